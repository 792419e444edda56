"""What a new year means for a period of an older plan."""

from kansrijk_cli.model.period import Period


def has_bare_quarter(period: Period) -> bool:
    """Whether it has a quarter without year, which takes the year of its folder."""
    return any(moment.year is None for moment in period.moments)


def is_relative(period: Period) -> bool:
    """Whether it tells a year from that of its document, and would shift in a new one."""
    return any(moment.offset is not None for moment in period.moments)


def is_over(period: Period | None, year: int) -> bool:
    """Whether it ended before a year. A quarter without year comes back each year."""
    if period is None or has_bare_quarter(period):
        return False
    end = period.end(year)
    return end is not None and end.year < year


def is_of(period: Period | None, year: int) -> bool:
    """Whether it is that one year, written as a year."""
    return period is not None and period.text.strip() == str(year)


def is_within(period: Period, year: int) -> bool:
    """Whether it is a year, or a part of it, written with that year."""
    start, end = period.start(year), period.end(year)
    return not has_bare_quarter(period) and bool(
        start and end and start.year == year and end.year == year
    )
