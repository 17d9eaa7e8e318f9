"""Files and functions stay small enough for a newcomer to know at once."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("common", "producers", "catalog", "shop")
LONGEST_FILE = 300
LONGEST_TEMPLATE = 150
LONGEST_FUNCTION = 40
MOST_MODULES = 12


def sources(*suffixes: str) -> list[Path]:
    """Files of ours with these endings, without migrations."""
    folders = [ROOT / name for name in (*APPS, "templates", "static", "design", "tests")]
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in suffixes and "migrations" not in path.parts and "__pycache__" not in path.parts
    ]


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_files_stay_short():
    long = {relative(path): lines_of(path) for path in sources(".py", ".js", ".css") if lines_of(path) > LONGEST_FILE}
    assert long == {}


def test_templates_stay_short():
    long = {relative(path): lines_of(path) for path in sources(".html") if lines_of(path) > LONGEST_TEMPLATE}
    assert long == {}


def test_functions_stay_short():
    long = {
        f"{relative(path)}: {node.name}": length
        for path in sources(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_packages_stay_small():
    packages = {path.parent for path in sources(".py") if path.parts[len(ROOT.parts)] in APPS}
    modules = {relative(package): len([*package.glob("*.py")]) - 1 for package in packages}
    assert {package: number for package, number in modules.items() if number > MOST_MODULES} == {}


@pytest.mark.parametrize("name", ["utils", "helpers", "managers", "mixins", "signals"])
def test_no_module_is_called_after_nothing(name):
    assert [relative(path) for path in sources(".py") if path.stem == name] == []


def test_the_readme_stays_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
