# SPDX-License-Identifier: AGPL-3.0-or-later
"""A picture made anew shows the same, fits the column, and says nothing about who took it."""

from __future__ import annotations

import gc
import io
import warnings
from pathlib import Path

import pytest
from havenpress.images.cleaning import clean_folder, tells
from havenpress.images.rendition import UnusablePictureError, make_renditions
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import IFDRational

SECRETS = (b"Jane Doe", b"ExamplePhone", b"2026:03:14", b"<x:xmpmeta", b"8BIM")
ORIENTATION, MAKER, ARTIST, TAKEN, GPS = 0x0112, 0x010F, 0x013B, 0x0132, 0x8825


def telling_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER], exif[ARTIST] = orientation, "ExamplePhone 9", "Jane Doe"
    exif[TAKEN] = "2026:03:14 10:30:00"
    exif.get_ifd(GPS).update({1: "N", 2: (IFDRational(51), IFDRational(30), IFDRational(1, 2))})
    return exif


def half_red(size: tuple[int, int] = (400, 200)) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tiff"])
def test_nothing_of_the_original_data_is_left(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / f"door.{suffix}"
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Jane Doe</x:xmpmeta>"
    half_red().save(source, exif=telling_exif(), **({} if suffix == "tiff" else {"xmp": xmp}))
    assert any(secret in source.read_bytes() for secret in SECRETS)
    for rendition in make_renditions(source):
        assert not any(secret in rendition.data for secret in SECRETS)
        assert not tells(opened(rendition.data))
        assert not opened(rendition.data).getexif().get_ifd(GPS)


def test_comment_and_iptc_of_a_jpeg_are_left_behind(tmp_path: Path) -> None:
    source = tmp_path / "door.jpg"
    half_red().save(source, comment=b"Jane Doe was here")
    data = source.read_bytes()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0c\x1c\x02\x50\x00\x08Jane Doe"
    marker = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    source.write_bytes(data[:2] + marker + data[2:])
    for rendition in make_renditions(source):
        assert not any(secret in rendition.data for secret in SECRETS)


def test_text_of_a_png_is_left_behind(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", "Jane Doe")
    notes.add_itxt("Comment", "Jane Doe")
    half_red().save(tmp_path / "door.png", pnginfo=notes)
    for rendition in make_renditions(tmp_path / "door.png"):
        assert b"Jane" not in rendition.data


@pytest.mark.parametrize(
    ("orientation", "top_left"), [(1, "red"), (2, "blue"), (3, "blue"), (6, "red"), (8, "blue")]
)
def test_picture_is_turned_before_its_data_go(
    orientation: int, top_left: str, tmp_path: Path
) -> None:
    source = tmp_path / "door.png"
    half_red().save(source, exif=telling_exif(orientation))
    picture = opened(make_renditions(source)[-1].data).convert("RGB")
    assert (picture.width > picture.height) == (orientation < 5)
    red, _, blue = picture.getpixel((5, 5))
    assert ("red" if red > blue else "blue") == top_left


def test_widths_are_those_the_theme_shows(tmp_path: Path) -> None:
    half_red((4000, 1000)).save(tmp_path / "wide.jpg")
    renditions = make_renditions(tmp_path / "wide.jpg")
    assert [(each.width, each.height) for each in renditions] == [(552, 138), (1104, 276)]
    assert [opened(each.data).size for each in renditions] == [(552, 138), (1104, 276)]


def test_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    half_red((90, 30)).save(tmp_path / "small.png")
    assert [each.width for each in make_renditions(tmp_path / "small.png")] == [90]


def test_narrow_picture_keeps_a_height(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 1)).save(tmp_path / "line.png")
    assert all(each.height == 1 for each in make_renditions(tmp_path / "line.png"))


def test_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    half_red((1500, 700)).save(tmp_path / "door.jpg")
    first = make_renditions(tmp_path / "door.jpg")
    assert first == make_renditions(tmp_path / "door.jpg")


def test_another_picture_of_the_same_name_gets_another_address(tmp_path: Path) -> None:
    half_red().save(tmp_path / "door.png")
    first = make_renditions(tmp_path / "door.png")[0].name
    half_red((401, 200)).save(tmp_path / "door.png")
    assert make_renditions(tmp_path / "door.png")[0].name != first


def test_transparency_is_kept(tmp_path: Path) -> None:
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    rendition = make_renditions(tmp_path / "clear.png")[0]
    assert rendition.name.endswith(".png")
    assert opened(rendition.data).getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "CMYK", "I;16"])
def test_every_kind_of_colour_can_be_shown(mode: str, tmp_path: Path) -> None:
    suffix = "jpg" if mode == "CMYK" else "png"
    picture = half_red() if mode != "I;16" else Image.new("I;16", (400, 200), 60_000)
    picture = picture if mode == "I;16" else picture.convert(mode)
    picture.save(tmp_path / f"door.{suffix}")
    shown = opened(make_renditions(tmp_path / f"door.{suffix}")[0].data).convert("RGB")
    assert shown.size == (400, 200)
    assert max(high for _, high in shown.getextrema()) > 60


def test_other_colour_space_becomes_srgb_without_a_profile(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    half_red().save(tmp_path / "door.jpg", icc_profile=lab)
    picture = opened(make_renditions(tmp_path / "door.jpg")[0].data)
    assert "icc_profile" not in picture.info
    assert picture.convert("RGB").getpixel((5, 5))[0] > 200


def moving(path: Path) -> None:
    frames = [half_red(), half_red().rotate(180)]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=200)


def huge(path: Path) -> None:
    Image.new("1", (30_000, 30_000)).save(path)


def large(path: Path) -> None:
    Image.new("1", (9_000, 9_000)).save(path)


def cut_short(path: Path) -> None:
    half_red().save(path)
    path.write_bytes(path.read_bytes()[:300])


def no_picture(path: Path) -> None:
    path.write_text("This is a sentence.")


def drawing(path: Path) -> None:
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")


@pytest.mark.parametrize(
    ("name", "write", "words"),
    [
        ("door.gif", moving, "moves"),
        ("door.webp", moving, "moves"),
        ("door.png", moving, "moves"),
        ("bomb.png", huge, "more points"),
        ("large.png", large, "9000 × 9000"),
        ("door.jpg", cut_short, "not a picture"),
        ("door.png", no_picture, "not a picture"),
        ("door.svg", drawing, "scripts"),
        ("door.png", drawing, "not a picture"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(
    name: str, write: object, words: str, tmp_path: Path
) -> None:
    write(tmp_path / name)
    with pytest.raises(UnusablePictureError) as caught:
        make_renditions(tmp_path / name)
    assert words in caught.value.message
    assert caught.value.remedy


def test_cleaning_touches_only_what_tells(tmp_path: Path) -> None:
    half_red().save(tmp_path / "plain.png")
    half_red().save(tmp_path / "telling.jpg", exif=telling_exif())
    before = (tmp_path / "plain.png").read_bytes()
    assert clean_folder(tmp_path) == [tmp_path / "telling.jpg"]
    assert (tmp_path / "plain.png").read_bytes() == before
    assert not any(secret in (tmp_path / "telling.jpg").read_bytes() for secret in SECRETS)


@pytest.mark.parametrize("kind", ["moving.gif", "cut-off.png", "large.png"])
def test_a_picture_that_is_refused_is_closed(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / kind
    still = Image.effect_noise((64, 64), 60)
    still.save(path, save_all=True, append_images=[still.rotate(90)] * (kind == "moving.gif"))
    if kind == "cut-off.png":
        path.write_bytes(path.read_bytes()[:-200])
    if kind == "large.png":
        monkeypatch.setattr("havenpress.images.rendition.MOST_PIXELS", 9)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        with pytest.raises(UnusablePictureError):
            make_renditions(path)
        gc.collect()
    assert [each for each in said if each.category is ResourceWarning] == []
