"""The built wheel, alone: it carries its data files, declares what it imports, and does the main job."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of the checkout."""
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    return next(target.glob("*.whl"))


def test_the_wheel_carries_prompts_schemas_lexicons_and_the_type_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for folder in ("prompts", "schemas"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file():
                assert f"summarizer/{file.relative_to(ROOT).as_posix()}" in names
    for file in (ROOT / "summarizer").rglob("*.toml"):
        assert file.relative_to(ROOT).as_posix() in names
    assert "summarizer/py.typed" in names
    assert not any(name.startswith(("tests/", "fixtures/")) for name in names)


def test_the_wheel_does_the_main_job_in_a_bare_environment(wheel: Path, tmp_path: Path) -> None:
    """The package comes from the wheel alone; its dependencies are lent by the environment of the tests."""
    home = tmp_path / "bare"
    venv.create(home, with_pip=False)
    scheme = "nt_venv" if sys.platform == "win32" else "posix_venv"
    paths = sysconfig.get_paths(scheme, vars={"base": str(home), "platbase": str(home)})
    packages = Path(paths["purelib"])
    zipfile.ZipFile(wheel).extractall(packages)
    (packages / "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    article = tmp_path / "article.txt"
    article.write_text("Rebels killed at least 12 soldiers near Gao on Monday.", encoding="utf-8")
    python = Path(paths["scripts"]) / Path(sys.executable).name

    def run(*arguments: str) -> str:
        return subprocess.run(
            [str(python), *arguments],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        ).stdout

    where = run("-c", "import summarizer; print(summarizer.__file__)")
    assert Path(where.strip()).is_relative_to(packages)
    options = ["--published", "2015-03-04", "--format", "json", "--quiet"]
    report = json.loads(run("-m", "summarizer", "summarize", str(article), *options))
    assert report["casualties"][0]["quantity"]["minimum"] == 12
    assert '"title"' in run("-m", "summarizer", "schema", "draft")
    model = "from summarizer.readers.llm.prompt import Prompt; print(len(Prompt.load().examples))"
    assert int(run("-c", model)) >= 5


def test_everything_imported_is_declared() -> None:
    """A package that is imported and not declared works here by luck, because something else brings it.

    pydantic-core is pydantic's other half: each pydantic names the one version that it goes with. The package
    of an extra may only be imported where it is used, and _typeshed is what type checkers alone know.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {_name(requirement) for requirement in project["dependencies"]} | {"pydantic-core"}
    extras = {_name(each) for group in project["optional-dependencies"].values() for each in group}
    owners = metadata.packages_distributions()

    missing = set()
    for file in (ROOT / "summarizer").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            modules = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if node.level == 0
                else []
            )
            for module in modules:
                top = module.partition(".")[0]
                if top in sys.stdlib_module_names or top in ("summarizer", "_typeshed"):
                    continue
                allowed = declared | extras if node.col_offset else declared
                if not allowed & {_name(owner) for owner in owners.get(top, [])}:
                    missing.add((file.name, top))

    assert missing == set()


def _name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()
