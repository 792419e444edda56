"""action.yml: its steps are run in order, in a repository with data, as GitHub does."""

import json
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools.jobs import (
    COALITIONS,
    NO_COALITIONS,
    PARTIES,
    WRONG_COALITIONS,
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

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SCRIPT = (ROOT / "scripts/action.sh").read_text("utf-8")
INPUTS: dict[str, dict[str, str]] = ACTION["inputs"]
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
SETUP_PYTHON = "actions/setup-python"
# Each would leave a file `geraakt` behind if it were read as anything else than a plain word.
HOSTILE = (
    "; touch geraakt",
    "$(touch geraakt)`touch geraakt`",
    "'\"\ntouch geraakt #",
    "--output=geraakt",
)


@dataclass(frozen=True)
class Job:
    """A job on a runner: the folder of the action, and the temporary folder."""

    action: Path
    temporary: Path

    def run(self, workspace: Path, inputs: Mapping[str, str], **more: str) -> Ended:
        """Run the steps, and stop at the first that fails."""
        assert set(inputs) <= set(INPUTS)
        known = {f"inputs.{name}": spec["default"] for name, spec in INPUTS.items()}
        known |= {f"inputs.{name}": value for name, value in inputs.items()}
        ended = Ended(0, "", "")
        for step in STEPS:
            if "uses" in step:
                assert step["uses"].startswith(f"{SETUP_PYTHON}@")
                known[f"steps.{step['id']}.outputs.python-path"] = sys.executable
                continue
            ended = self._shell(step, workspace, known, more)
            if ended.code:
                break
        return ended

    def summary(self) -> str:
        """What the last step put on its page."""
        return (self.temporary / "summary.md").read_text("utf-8")

    def _shell(
        self, step: dict[str, Any], workspace: Path, known: dict[str, str], more: dict[str, str]
    ) -> Ended:
        assert step["shell"] == "bash"
        given = {
            name: EXPRESSION.sub(lambda match: known[match[1]], value)
            for name, value in step["env"].items()
        }
        (self.temporary / "summary.md").write_text("", "utf-8")
        script = self.temporary / "step.sh"
        script.write_text(step["run"], "utf-8")
        runner = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary.md"),
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.temporary),
        }
        env = environment() | runner | given | more
        return bash("-e", "-o", "pipefail", script, cwd=workspace, env=env)


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    """A runner that has downloaded the action: the files of this checkout, without git."""
    folder = tmp_path_factory.mktemp("runner")
    action, temporary = folder / "_actions", folder / "_temp"
    temporary.mkdir()
    listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (action / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, action / name)
    return Job(action, temporary)


class TestDescription:
    def test_it_is_a_composite_action(self) -> None:
        assert ACTION["runs"]["using"] == "composite"
        assert set(ACTION) == {"name", "description", "branding", "inputs", "runs"}

    @pytest.mark.parametrize("name", INPUTS)
    def test_an_input_explains_itself_and_need_not_be_given(self, name: str) -> None:
        assert set(INPUTS[name]) == {"description", "default"}
        assert INPUTS[name]["description"].endswith(".")
        assert isinstance(INPUTS[name]["default"], str)

    def test_no_input_reaches_the_text_of_a_script(self) -> None:
        scripts = [step["run"] for step in STEPS if "run" in step]
        assert scripts
        assert [text for text in scripts if "${{" in text] == []

    def test_every_input_is_used_and_every_expression_is_known(self) -> None:
        used = set(EXPRESSION.findall(json.dumps(STEPS)))
        given = {f"inputs.{name}" for name in INPUTS}
        assert used - given == {"steps.python.outputs.python-path"}
        assert given - used == set()

    def test_the_script_reads_the_variables_that_are_given(self) -> None:
        given = {name for step in STEPS for name in step.get("env", {})}
        read = set(re.findall(r"\b(?:INPUT_[A-Z_]+|PYTHON)\b", SCRIPT)) - {"INPUT_"}
        assert read == given

    def test_actions_of_others_have_a_major_version(self) -> None:
        used = [step["uses"] for step in STEPS if "uses" in step]
        assert used
        assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []


@pytest.mark.tools
@pytest.mark.long
class TestRun:
    def test_a_mistake_is_told_in_every_way(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {PARTIES: WRONG_PARTIES})
        ended = job.run(work, {"sarif": "build/kansrijk.sarif"})
        assert ended.code == 1, ended.err
        assert f"::error file=data/{PARTIES},line=2,endLine=2,col=" in ended.out
        assert all(line.startswith("::") for line in ended.out.splitlines())
        assert f"data/{PARTIES}:2" in job.summary()
        # The program ran twice and told it once.
        assert job.summary().count(f"data/{PARTIES}:2") == 1
        log = json.loads((work / "build/kansrijk.sarif").read_text("utf-8"))
        assert log["version"] == "2.1.0"
        places = [
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for result in log["runs"][0]["results"]
        ]
        assert set(places) == {f"data/{PARTIES}"}

    def test_without_a_mistake_it_succeeds(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {})
        before = files(work)
        ended = job.run(work, {"sarif": "kansrijk.sarif"})
        assert (ended.code, ended.out) == (0, ""), ended.err
        assert job.summary() == ""
        log = json.loads((work / "kansrijk.sarif").read_text("utf-8"))
        assert log["runs"][0]["results"] == []
        assert {name for name in files(work) if name not in before} == {"kansrijk.sarif"}

    def test_without_wishes_nothing_is_written_among_the_files(
        self, job: Job, tmp_path: Path
    ) -> None:
        work = repository(tmp_path, {PARTIES: WRONG_PARTIES})
        before = files(work), files(job.action)
        assert job.run(work, {}).code == 1
        assert (files(work), files(job.action)) == before

    def test_data_may_be_elsewhere(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {PARTIES: WRONG_PARTIES}, "onze plannen/gegevens")
        ended = job.run(work, {"data": "onze plannen/gegevens"})
        assert ended.code == 1, ended.err
        assert f"::error file=onze plannen/gegevens/{PARTIES},line=2," in ended.out

    def test_a_variable_of_the_job_does_not_go_before_the_input(
        self, job: Job, tmp_path: Path
    ) -> None:
        work = repository(tmp_path, {})
        ended = job.run(work, {"data": "data"}, KANSRIJK_DATA="nergens")
        assert ended.code == 0, ended.err

    def test_one_region(self, job: Job, tmp_path: Path) -> None:
        other = {"regions/ander/region.yaml": "name: Ander\nkinds: [own]\nmunicipalities: [Ede]\n"}
        work = repository(tmp_path, {PARTIES: WRONG_PARTIES, **other})
        assert job.run(work, {"region": "voorbeeld"}).code == 1
        assert PARTIES not in job.run(work, {"region": "ander"}).out

    def test_a_warning_fails_when_asked(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {COALITIONS: NO_COALITIONS})
        ended = job.run(work, {})
        assert ended.code == 0, ended.err
        assert "::warning file=data/" in ended.out
        assert job.run(work, {"fail-on": "warning"}).code == 1

    def test_since_tells_only_what_a_branch_did(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {PARTIES: WRONG_PARTIES})
        git("switch", "--quiet", "--create", "voorstel", cwd=work)
        (work / "data" / COALITIONS).write_text(WRONG_COALITIONS, "utf-8")
        commit(work)
        everything, ours = job.run(work, {}), job.run(work, {"since": "main", "sarif": "s.sarif"})
        assert (everything.code, ours.code) == (1, 1), ours.err
        assert f"file=data/{PARTIES}," in everything.out
        assert f"file=data/{COALITIONS}," in ours.out
        assert f"file=data/{PARTIES}," not in ours.out
        assert PARTIES not in (work / "s.sarif").read_text("utf-8")
        assert job.run(work, {"since": "voorstel"}).code == 0

    def test_wrong_use_fails_and_says_why(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {})
        ended = job.run(work, {"region": "nergens", "sarif": "kansrijk.sarif"})
        assert (ended.code, ended.out) == (2, "")
        # Once: the second run is not needed to know it.
        assert ended.err.count("nergens") == 1
        assert not (work / "kansrijk.sarif").exists()

    def test_sarif_that_cannot_be_written_fails(self, job: Job, tmp_path: Path) -> None:
        work = repository(tmp_path, {})
        ended = job.run(work, {"sarif": "data/kansrijk.sarif"})
        assert ended.code
        assert "data/kansrijk.sarif" in ended.err

    @pytest.mark.parametrize("value", HOSTILE)
    @pytest.mark.parametrize("name", ["data", "region", "fail-on", "since"])
    def test_an_input_is_never_a_command(
        self, job: Job, tmp_path: Path, name: str, value: str
    ) -> None:
        work = repository(tmp_path, {})
        before = files(work)
        ended = job.run(work, {name: value})
        assert (ended.code, ended.out) == (2, "")
        assert ended.err
        assert files(work) == before

    @pytest.mark.parametrize("value", HOSTILE)
    def test_a_file_may_have_any_name(self, job: Job, tmp_path: Path, value: str) -> None:
        work = repository(tmp_path, {})
        before = files(work)
        assert job.run(work, {"sarif": value}).code == 0
        assert set(files(work)) - set(before) == {value}

    def test_the_program_is_installed_once_and_from_the_locks(
        self, job: Job, tmp_path: Path
    ) -> None:
        work = repository(tmp_path, {})
        assert job.run(work, {}).code == 0
        [made] = job.temporary.glob("kansrijk-*/pyvenv.cfg")
        before = made.stat().st_mtime_ns
        assert job.run(work, {}).code == 0
        assert made.stat().st_mtime_ns == before
        locks = "".join(
            (ROOT / "requirements" / f"{name}.txt").read_text("utf-8") for name in ("run", "build")
        )
        installed = bash("-c", '"$0" -m pip freeze', made.parent / "bin/python", cwd=work, env={})
        found = installed.out.lower().replace("_", "-").splitlines()
        assert len(found) > 8
        assert [n for n in found if f"{n} " not in locks and not n.startswith("kansrijk ")] == []
