"""How the program ends: what scripts and CI may rely on."""

CLEAN = 0
FINDINGS = 1
WRONG_USE = 2
OUR_BUG = 3
