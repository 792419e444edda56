"""Checks, computes and renders the plans of regional Kansrijke Start programmes."""

from importlib.metadata import version

__version__ = version("kansrijk")
