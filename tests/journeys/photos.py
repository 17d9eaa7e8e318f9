"""Photos as a phone takes them: lying on their side, with the place where they were taken written inside."""

from pathlib import Path

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

TURN_RIGHT = 6
SENSOR = (1200, 900)


def take_photos(folder: Path, number: int) -> list[Path]:
    """Take so many different photos; upright they are 900 wide and 1200 high."""
    return [_take(folder / f"IMG_{seed:04}.jpg", seed) for seed in range(number)]


def _take(path: Path, seed: int) -> Path:
    image = Image.new("RGB", SENSOR, (70 + 40 * seed, 120, 90))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 300, 900), fill=(30, 40, 80))
    draw.ellipse((450, 200 + 40 * seed, 950, 700 + 40 * seed), fill=(200, 60 + 30 * seed, 50))
    exif = Image.Exif()
    exif[Base.Orientation] = TURN_RIGHT
    exif[Base.Make] = "Máy của Tuấn"
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N", (21.0, 18.0, 5.0)
    place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", (103.0, 1.0, 9.0)
    image.save(path, "JPEG", exif=exif)
    return path
