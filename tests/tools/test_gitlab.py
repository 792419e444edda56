"""ci/gitlab.yml: its job is run in a repository with data, as GitLab does."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.tools.jobs import (
    COALITIONS,
    NO_COALITIONS,
    PARTIES,
    WRONG_PARTIES,
    Ended,
    bash,
    commit,
    environment,
    files,
    git,
    repository,
)
from tests.workspaces import ROOT

FILE: dict[str, Any] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))
VARIABLES: dict[str, str] = FILE["variables"]
TEMPLATE, NAME = ".kansrijk-validate", "kansrijk-validate"
JOB: dict[str, Any] = FILE[TEMPLATE] | FILE[NAME]
QUALITY, JUNIT = "gl-code-quality-report.json", "kansrijk-junit.xml"
BEFORE, SCRIPT = ("\n".join(JOB[part]) for part in ("before_script", "script"))


def shell(commands: str, work: Path, temporary: Path, **variables: str) -> Ended:
    """Run commands of the job in one shell, which stops at the first that fails."""
    path = f"{Path(sys.executable).parent}:{environment()['PATH']}"
    around = {"GITLAB_CI": "true", "CI_PROJECT_DIR": str(work), "TMPDIR": str(temporary)}
    env = environment() | VARIABLES | JOB["variables"] | variables | around | {"PATH": path}
    script = temporary / "job.sh"
    script.write_text(f"set -eo pipefail\n{commands}\n", "utf-8")
    return bash(script, cwd=work, env=env)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program as it is here, as something that pip can install."""
    folder = tmp_path_factory.mktemp("dist")
    words = ("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    subprocess.run([sys.executable, "-m", *words], check=True)
    return str(next(folder.glob("*.whl")))


@pytest.fixture(scope="module")
def prepared(wheel: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What stands between the two parts of the job, as a command: where the program is."""
    folder = tmp_path_factory.mktemp("prepared")
    told = f"{BEFORE}\ndeclare -p kansrijk_environment"
    ended = shell(told, folder, folder, KANSRIJK_SOURCE=wheel)
    assert ended.code == 0, ended.err
    return ended.out


class TestDescription:
    def test_only_variables_the_template_and_the_job_are_added(self) -> None:
        assert set(FILE) == {"variables", TEMPLATE, NAME}
        assert FILE[NAME] == {"extends": TEMPLATE}

    def test_the_job_says_only_what_gitlab_knows(self) -> None:
        words = "stage image interruptible variables before_script script artifacts rules extends"
        assert set(JOB) == set(words.split())
        assert set(JOB["artifacts"]) == {"when", "expire_in", "reports"}
        assert set(JOB["artifacts"]["reports"]) == {"codequality", "junit"}
        assert all(set(rule) == {"if"} for rule in JOB["rules"])

    def test_variables_are_texts_of_our_own(self) -> None:
        # They are set for every job of a project that includes the file.
        assert all(name.startswith("KANSRIJK_") for name in VARIABLES)
        both = [*VARIABLES.values(), *JOB["variables"].values()]
        assert [value for value in both if not isinstance(value, str)] == []

    def test_every_variable_is_used_and_every_use_is_known(self) -> None:
        used = set(re.findall(r"\bKANSRIJK_[A-Z_]+", json.dumps(JOB)))
        # The program itself reads this one.
        assert used | {"KANSRIJK_DATA"} == set(VARIABLES)

    def test_commands_are_texts(self) -> None:
        # A list item with a colon would be something else without anybody noticing.
        assert all(isinstance(line, str) for line in (*JOB["before_script"], *JOB["script"]))

    def test_reports_are_kept_when_the_job_fails(self) -> None:
        assert JOB["artifacts"]["when"] == "always"
        assert JOB["artifacts"]["reports"] == {"codequality": QUALITY, "junit": JUNIT}
        assert all(f"--output={name}" in SCRIPT for name in (QUALITY, JUNIT))

    def test_it_runs_for_merge_requests_and_the_default_branch(self) -> None:
        assert [rule["if"] for rule in JOB["rules"]] == [
            '$CI_PIPELINE_SOURCE == "merge_request_event"',
            "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
        ]


@pytest.mark.tools
@pytest.mark.long
class TestRun:
    @pytest.fixture
    def temporary(self, tmp_path: Path) -> Path:
        folder = tmp_path / "temporary"
        folder.mkdir()
        return folder

    @pytest.fixture
    def work(self, tmp_path: Path) -> Path:
        return tmp_path / "project"

    @staticmethod
    def reports(work: Path) -> tuple[list[str], list[str]]:
        """The files that the two reports name as wrong."""
        issues = json.loads((work / QUALITY).read_text("utf-8"))
        tests = ET.parse(work / JUNIT).getroot().iter("testcase")  # noqa: S314 - our own file
        wrong = [case.attrib["classname"] for case in tests if case.find("failure") is not None]
        return [issue["location"]["path"] for issue in issues], wrong

    def test_a_mistake_is_in_both_reports(self, work: Path, temporary: Path, wheel: str) -> None:
        repository(work, {PARTIES: WRONG_PARTIES})
        before = files(work)
        ended = shell(f"{BEFORE}\n{SCRIPT}", work, temporary, KANSRIJK_SOURCE=wheel)
        assert ended.code == 1, ended.err
        assert ended.out.startswith("fout KR020: ")
        assert f"--> data/{PARTIES}:2:" in ended.out
        quality, junit = self.reports(work)
        assert set(quality) == set(junit) == {f"data/{PARTIES}"}
        assert set(files(work)) - set(before) == {QUALITY, JUNIT}

    def test_without_a_mistake_it_succeeds_and_data_may_be_elsewhere(
        self, work: Path, temporary: Path, prepared: str
    ) -> None:
        repository(work, {COALITIONS: NO_COALITIONS}, "onze plannen")
        ended = shell(prepared + SCRIPT, work, temporary, KANSRIJK_DATA="onze plannen")
        assert ended.code == 0, ended.err
        quality, junit = self.reports(work)
        assert set(quality) == {f"onze plannen/{COALITIONS}"}
        assert junit == []

    def test_only_what_a_merge_request_did_and_warnings_fail_when_asked(
        self, work: Path, temporary: Path, prepared: str
    ) -> None:
        repository(work, {PARTIES: WRONG_PARTIES})
        git("switch", "--quiet", "--create", "voorstel", cwd=work)
        (work / "data" / COALITIONS).write_text(NO_COALITIONS, "utf-8")
        commit(work)
        variables = {
            "KANSRIJK_SINCE": "main",
            "KANSRIJK_REGION": "voorbeeld",
            "KANSRIJK_FAIL_ON": "warning",
        }
        ended = shell(prepared + SCRIPT, work, temporary, **variables)
        assert ended.code == 1, ended.err
        quality, junit = self.reports(work)
        assert set(quality) == {f"data/{COALITIONS}"}
        # What makes the job fail is a failed test too.
        assert set(junit) == {f"data/{COALITIONS}"}

    @pytest.mark.parametrize(
        "value", ["; touch geraakt", "$(touch geraakt)`touch geraakt`", "--output=geraakt"]
    )
    def test_the_name_of_a_branch_is_never_a_command(
        self, work: Path, temporary: Path, prepared: str, value: str
    ) -> None:
        repository(work, {})
        before = files(work)
        ended = shell(prepared + SCRIPT, work, temporary, KANSRIJK_SINCE=value)
        assert (ended.code, ended.out) == (2, "")
        # Once: the reports are not tried.
        assert ended.err.count(value) == 1
        assert files(work) == before

    def test_without_a_source_it_says_what_is_missing(self, work: Path, temporary: Path) -> None:
        repository(work, {})
        ended = shell(f"{BEFORE}\n{SCRIPT}", work, temporary)
        assert ended.code
        assert "KANSRIJK_SOURCE" in ended.err
        assert "waar kansrijk vandaan komt" in ended.err
