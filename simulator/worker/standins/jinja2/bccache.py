"""Stands in for Jinja's bytecode caches: the templates are bytecode already; pickle and tempfile stay out."""


class Bucket:
    """Only its name is asked for."""


class BytecodeCache:
    """Only its name is asked for."""


class FileSystemBytecodeCache(BytecodeCache):
    """Only its name is asked for."""


class MemcachedBytecodeCache(BytecodeCache):
    """Only its name is asked for."""
