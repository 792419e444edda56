"""Which municipalities a region has, with a map of them."""

from kansrijk_cli.model.region import Region
from kansrijk_cli.reports.context import Context, Data
from kansrijk_cli.reports.region_maps import region_map

# Only where a frame or layout asks for it.
ORDER, FILE = None, Region


def build(context: Context) -> Data | None:
    """The municipalities under the names that the region gives them."""
    region = context.region
    return {
        "municipalities": region.municipalities,
        "assumed": "municipalities" in region.assumed,
        "map": region_map(context),
    }
