"""The version of the package; the wheel's metadata is made from it."""

__version__ = "0.1.0"
