"""Stands in for Pyodide's event loop: the engine answers at once and awaits nothing; asyncio stays out."""


def _initialize_event_loop() -> None:
    """No loop, where Pyodide would make one."""
