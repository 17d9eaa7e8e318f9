"""Pick the market's icons from a folder of lucide-static and write them where the pages read them.

Usage: npm install lucide-static in a scratch folder, then
python design/icons.py node_modules/lucide-static/icons
"""

import json
import re
import sys
from pathlib import Path

NAMES = """
arrow-left arrow-right arrow-up-down award ban banknote calendar camera check chevron-left chevron-right
circle-check circle-help circle-x clipboard-check clipboard-list clock cloud-upload eye file-check-2 gift
hand-heart heart history house image-plus info languages leaf list log-out map-pin menu message-circle mic
minus mountain package package-check package-open pause pencil phone phone-call play plus printer qr-code
refresh-cw route search send shield-check shopping-basket sliders-horizontal sprout star store trash-2
triangle-alert truck undo-2 user users volume-2 wifi-off x
""".split()  # noqa: SIM905 - a list of words reads better so
TARGET = Path(__file__).resolve().parents[1] / "common" / "look" / "icons.json"


def drawing(svg: str) -> str:
    """Return what stands inside the <svg> tag, without line breaks and spare spaces."""
    inside = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL).partition(">")[2].rpartition("</svg>")[0]
    one_line = " ".join(inside.split())
    return one_line.replace(" />", "/>").replace("> <", "><")


def main(folder: Path) -> None:
    """Write the picked icons as one JSON object: name to drawing."""
    icons = {name: drawing((folder / f"{name}.svg").read_text()) for name in NAMES}
    TARGET.write_text(json.dumps(icons, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
