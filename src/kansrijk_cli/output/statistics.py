"""How often each code was found."""

from collections import Counter

from kansrijk_cli.output.labels import label
from kansrijk_cli.output.report import Report
from kansrijk_cli.rules.registry import pages


def statistics(report: Report) -> str:
    """A line for each code, with its title: what was found most comes first."""
    numbers = Counter(found.message.code for found in report.findings)
    width = len(str(max(numbers.values(), default=0)))
    return "".join(
        f"{number:>{width}}  {code}  {pages()[code].title}"
        f" ({label('severity', pages()[code].severity)})\n"
        for code, number in sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    )
