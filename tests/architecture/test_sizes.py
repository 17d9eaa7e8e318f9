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


@pytest.mark.parametrize("path", sources(".py", ".js", ".css"), ids=relative)
def test_a_file_stays_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", sources(".html"), ids=relative)
def test_a_template_stays_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_TEMPLATE


@pytest.mark.parametrize("path", sources(".py"), ids=relative)
def test_functions_stay_short(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    too_long = [
        f"{node.name}: {length}"
        for node in functions
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert too_long == []


@pytest.mark.parametrize(
    "package",
    sorted({path.parent for path in sources(".py") if path.parts[len(ROOT.parts)] in APPS}),
    ids=relative,
)
def test_a_package_stays_small(package):
    modules = [path for path in package.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES


@pytest.mark.parametrize("name", ["utils", "helpers", "managers", "mixins", "signals"])
def test_no_module_is_called_after_nothing(name):
    assert [relative(path) for path in sources(".py") if path.stem == name] == []


def test_the_readme_stays_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120
