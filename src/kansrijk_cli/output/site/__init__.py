"""A site of plain files about all regions, for whoever reads and does not fill in."""
