"""Checks, computes and renders the plans of regional Kansrijke Start programmes."""
