"""Stands in for asyncio, whose name Pyodide asks for at its start: the engine awaits nothing."""
