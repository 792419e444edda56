"""What the README says about CI fits action.yml and ci/gitlab.yml."""

import re
from typing import Any

import pytest
import yaml

from tests.workspaces import ROOT

README = (ROOT / "README.md").read_text("utf-8")
CHAPTER = README.split("\n## In CI\n")[1].split("\n## ")[0]
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", CHAPTER, re.MULTILINE | re.DOTALL)
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))
OURS = "<owner>/<name of this repository>@"

PARSED: list[dict[str, Any]] = [yaml.safe_load(example) for example in EXAMPLES]
WORKFLOWS = [example for example in PARSED if "jobs" in example]
JOBS = [example for example in PARSED if "jobs" not in example]
STEPS = [step for flow in WORKFLOWS for job in flow["jobs"].values() for step in job["steps"]]


def variables(found: object) -> set[str]:
    """The variables of ours that are set anywhere in an example."""
    if isinstance(found, dict):
        own = {key for key in found if str(key).startswith("KANSRIJK_")}
        return own.union(*map(variables, found.values()))
    return set().union(*map(variables, found)) if isinstance(found, list) else set()


def test_there_are_examples_for_both() -> None:
    assert len(WORKFLOWS) == 2
    assert len(JOBS) == 2


@pytest.mark.parametrize("flow", WORKFLOWS)
def test_a_workflow_can_be_copied_whole(flow: dict[Any, Any]) -> None:
    # PyYAML reads the key `on` as a truth value.
    assert set(flow) == {"name", True, "permissions", "jobs"}
    assert all("runs-on" in job for job in flow["jobs"].values())


@pytest.mark.parametrize("flow", WORKFLOWS)
def test_a_workflow_uses_the_action_with_inputs_that_it_has(flow: dict[str, Any]) -> None:
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]
    [ours] = [step for step in steps if step["uses"].startswith(OURS)]
    assert ours["with"]
    assert set(ours["with"]) <= set(ACTION["inputs"])
    # The data must be there first.
    assert steps[0]["uses"].startswith("actions/checkout@")


def test_actions_of_others_have_a_major_version() -> None:
    used = [step["uses"] for step in STEPS if not step["uses"].startswith(OURS)]
    assert used
    assert [name for name in used if not re.fullmatch(r"[a-z/-]+@v\d+", name)] == []


def test_since_has_the_whole_history() -> None:
    [flow] = [text for text in EXAMPLES if "since:" in text]
    checkout = yaml.safe_load(flow)["jobs"]["validate"]["steps"][0]
    assert checkout["with"] == {"fetch-depth": 0}


def test_sarif_is_uploaded_from_where_it_is_written() -> None:
    [written] = [given["sarif"] for step in STEPS if "sarif" in (given := step.get("with", {}))]
    [upload] = [step for step in STEPS if "upload-sarif" in step["uses"]]
    assert upload["with"] == {"sarif_file": written}
    # The step that found something has failed; without this the upload would be skipped.
    assert "!cancelled()" in upload["if"]
    assert f"hashFiles('{written}')" in upload["if"]


def test_the_table_has_every_input_and_its_default() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", CHAPTER, re.MULTILINE))
    assert list(rows) == list(ACTION["inputs"])
    for name, about in rows.items():
        default = ACTION["inputs"][name]["default"]
        assert not default or f"`{default}`" in about, name


def test_gitlab_is_told_variables_that_the_job_knows() -> None:
    used = set().union(*map(variables, JOBS))
    assert used == {"KANSRIJK_SOURCE", "KANSRIJK_SINCE"}
    assert used <= set(GITLAB["variables"])


def test_gitlab_includes_a_file_that_is_there() -> None:
    [included] = [entry for job in JOBS for entry in job.get("include", [])]
    assert set(included) == {"project", "ref", "file"}
    assert included["file"] == "/ci/gitlab.yml"
    assert (ROOT / included["file"].lstrip("/")).is_file()


def test_a_project_changes_only_when_the_job_runs() -> None:
    [own] = [job for job in JOBS if "include" not in job]
    assert set(own) == {"kansrijk-validate"}
    assert set(own["kansrijk-validate"]) == {"rules"}
    changed = [rule["if"] for rule in own["kansrijk-validate"]["rules"]]
    assert changed == [rule["if"] for rule in GITLAB[".kansrijk-validate"]["rules"]]
