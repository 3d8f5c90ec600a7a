"""A new project renders at once, keeps other people's texts out of git, and publishes with least rights."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline import config, pipeline
from timeline.problems import CannotStart
from timeline.scaffold import new_project
from timeline.yamltext import parse

ROOT = Path(__file__).parents[1]
WORKFLOW = ".github/workflows/pages.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    new_project(tmp_path / "bay-story")
    return tmp_path / "bay-story"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def render(project: Path) -> pipeline.Report:
    return pipeline.render_site(project, pipeline.Job(project / "site"))


def test_every_file_that_was_made_is_told(tmp_path: Path) -> None:
    made = new_project(tmp_path / "new")
    assert sorted(made) == sorted(path for path in (tmp_path / "new").rglob("*") if path.is_file())


def test_it_renders_at_once_and_a_second_time_changes_nothing(project: Path) -> None:
    report = render(project)
    assert not report.problems, report.problems
    assert report.added >= 5
    page = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "15 March 2024" in page
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    again = render(project)
    assert again.added == 0
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_the_two_examples_tell_one_event_together(project: Path) -> None:
    report = render(project)
    assert report.view
    (closing,) = [event for event in report.view.events if "closed the old bridge" in event.title]
    assert {source.key for source in closing.sources} == {"example-1", "example-2"}
    assert closing.reports == 2


def test_the_settings_are_read_without_a_word(project: Path) -> None:
    settings, problems = config.load(project)
    assert problems == ()
    assert settings.title == "Bay story"
    assert settings.publish == "drafts"


@pytest.mark.parametrize("name", ["timeline.yml", "events.yaml"])
def test_what_stands_in_comments_is_right_when_it_is_switched_on(project: Path, name: str) -> None:
    file = project / "content" / name
    lines = file.read_text(encoding="utf-8").split("\n")
    commented = re.compile(r"# (?=[a-z_]+: )|#(?= {2,}[-a-z])|# (?=eras:)")
    if name == "timeline.yml":
        lines = [commented.sub("", line, count=1) if not line.startswith("# One") else line for line in lines]
        lines = [line for line in lines if not re.match(r"(drafts|reviewed): ", line)]
    else:
        example = [line[1:] for line in lines if line.startswith("#   ")]
        lines = ["events:", *example, ""]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert not parse(file.read_bytes(), name).problems
    report = render(project)
    assert [p for p in report.problems if p.is_error] == []
    assert report.view
    if name == "timeline.yml":
        settings, _ = config.load(project)
        assert settings.base_url
        assert settings.eras
        assert settings.contact
    else:
        assert any("closes its old bridge" in event.title for event in report.view.events)


@pytest.mark.parametrize("title", ['Quotes "and" #hashes: yes', "  two\n lines ", "جسر", "it's", "[x]", "\\"])
def test_any_title(tmp_path: Path, title: str) -> None:
    new_project(tmp_path / "x", title=title)
    settings, problems = config.load(tmp_path / "x")
    assert problems == ()
    assert settings.title == " ".join(title.split())


def test_the_schema_that_the_first_line_names_is_there(project: Path) -> None:
    first = (project / "content" / "events.yaml").read_text(encoding="utf-8").split("\n")[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert json.loads((project / "content" / named).read_text(encoding="utf-8"))["$schema"]


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("public_texts", [False, True])
def test_git_takes_other_peoples_texts_only_if_asked(tmp_path: Path, *, public_texts: bool) -> None:
    project = tmp_path / "story"
    new_project(project, public_texts=public_texts)
    render(project)
    (project / "content" / "articles" / "shared").mkdir()
    (project / "content" / "articles" / "shared" / "own.md").write_text("ours")
    (project / "content" / "articles" / "sub").mkdir()
    (project / "content" / "articles" / "sub" / "theirs.md").write_text("theirs")
    (project / "content" / "originals").mkdir()
    (project / "content" / "originals" / "page.html").write_text("theirs")
    git(project, "init", "--quiet")
    taken = set(git(project, "ls-files", "--others", "--exclude-standard").split())
    theirs = {
        "content/articles/example-1.md",
        "content/articles/sub/theirs.md",
        "content/originals/page.html",
    }
    assert taken & theirs == (theirs if public_texts else set())
    needed = {
        "content/articles/shared/own.md",
        "content/events.yaml",
        "content/timeline.lock",
        "site/index.html",
    }
    assert needed | {"README.md", WORKFLOW, "content/events.schema.json"} <= taken
    assert not [name for name in taken if name.startswith(".timeline")]


@pytest.mark.parametrize("public_texts", [False, True])
def test_the_readme_says_which(tmp_path: Path, *, public_texts: bool) -> None:
    new_project(tmp_path / "x", public_texts=public_texts)
    readme = (tmp_path / "x" / "README.md").read_text(encoding="utf-8")
    assert ("--public-texts" in readme) is public_texts
    assert (
        "body: withheld" if public_texts else "`content/timeline.lock` has title, publisher and day"
    ) in readme
    assert "@" not in readme


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CannotStart) as stopped:
        new_project(tmp_path)
    assert "is not empty" in stopped.value.problem.message
    assert stopped.value.problem.hint
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CannotStart, match="is a file"):
        new_project(tmp_path / "mine.txt")


def test_a_place_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotStart, match="cannot be written"):
        new_project(tmp_path / "file" / "below")


def test_an_empty_folder_and_a_repository_that_was_just_made_will_do(tmp_path: Path) -> None:
    for name in ("empty", "repository/.git"):
        (tmp_path / name).mkdir(parents=True)
    new_project(tmp_path / "empty")
    new_project(tmp_path / "repository")
    assert (tmp_path / "repository" / "README.md").exists()


def test_this_repository_publishes_with_the_same_workflow(project: Path) -> None:
    assert (project / WORKFLOW).read_text("utf-8") == (ROOT / WORKFLOW).read_text("utf-8")


def test_the_workflow_has_least_rights_and_pinned_actions(project: Path) -> None:
    text = (project / WORKFLOW).read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text
    assert "persist-credentials: false" in text
    assert "contents: write" not in text
    used = re.findall(r"uses: (\S+)@(\S+)(.*)", text)
    assert len(used) == 4
    for name, commit, comment in used:
        assert name.startswith("actions/")
        assert re.fullmatch(r"[0-9a-f]{40}", commit)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)
    assert "run:" not in text, "nothing is installed or built"


@pytest.mark.skipif(
    not (ROOT / ".venv/bin/zizmor").exists() and not shutil.which("zizmor"), reason="needs zizmor"
)
def test_zizmor_finds_nothing(project: Path) -> None:
    program = shutil.which("zizmor") or str(ROOT / ".venv/bin/zizmor")
    done = subprocess.run(
        [program, "--offline", "--persona=auditor", str(project / WORKFLOW)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "No findings" in done.stdout
