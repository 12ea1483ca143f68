"""Makes files with other programs, and what they hold, for OtherProgramsTest.

Needs numpy, python3-pil, python3-tifffile and imagemagick; run in this folder: /usr/bin/python3 make_files.py
index.csv has one line per file: file, colour model, sample type, tolerance. FILE.npy holds the expected samples with the
channels first. refused.csv has one line per file that must be refused: file, part of the message.
"""
import os
import struct
import subprocess
import zlib

import numpy as np
import tifffile
from PIL import Image, ImageCms

OUT = "files"
os.makedirs(OUT, exist_ok=True)
random = np.random.default_rng(20240607)
index, refused = [], []


def path(name):
    return os.path.join(OUT, name)


def expect(name, model, kind, array, tolerance=0):
    """array: channels first"""
    np.save(path(name + ".npy"), np.asarray(array))
    index.append(f"{name},{model},{kind},{tolerance}")


def refuse(name, message):
    refused.append(f"{name},{message}")


def full(dtype, shape=(5, 7)):
    stored, dtype = np.dtype(dtype), np.dtype(dtype).newbyteorder("=")
    if dtype.kind == "f":
        a = random.normal(size=shape).astype(dtype)
        a.flat[0], a.flat[1] = -3, 1e4
        return a.astype(stored)
    info = np.iinfo(dtype)
    bound = 2**53 if dtype.itemsize == 8 else info.max
    least = max(info.min, -(2**53))
    a = random.integers(least, bound, size=shape, dtype=dtype, endpoint=True)
    a.flat[0], a.flat[1] = least, bound
    return a.astype(stored)


def magick(*arguments):
    subprocess.run(["convert", *arguments], check=True)


def channels_first(image):
    a = np.asarray(image)
    return a[None] if a.ndim == 2 else np.moveaxis(a, -1, 0)


# PNG
gray, rgb, rgba = full("uint8"), full("uint8", (5, 7, 3)), full("uint8", (5, 7, 4))
for name, mode, model, array in [
    ("gray8.png", "L", "GRAY", gray),
    ("ga8.png", "LA", "GRAY_ALPHA", rgba[..., :2].copy()),
    ("rgb8.png", "RGB", "RGB", rgb),
    ("rgba8.png", "RGBA", "RGBA", rgba),
]:
    Image.fromarray(array, mode).save(path(name))
    expect(name, model, "UINT8", channels_first(array))
few = Image.fromarray(rgb, "RGB").quantize(11)
few.save(path("palette.png"))
expect("palette.png", "RGB", "UINT8", channels_first(few.convert("RGB")))
few.save(path("palette-alpha.png"), transparency=3)
expect("palette-alpha.png", "RGBA", "UINT8", channels_first(Image.open(path("palette-alpha.png")).convert("RGBA")))
Image.fromarray(rgb, "RGB").save(path("trns-rgb.png"), transparency=tuple(int(v) for v in rgb[2, 3]))
expect("trns-rgb.png", "RGBA", "UINT8", channels_first(Image.open(path("trns-rgb.png")).convert("RGBA")))
Image.fromarray(gray, "L").save(path("trns-gray.png"), transparency=int(gray[2, 3]))
expect("trns-gray.png", "GRAY_ALPHA", "UINT8", [gray, np.where(gray == gray[2, 3], 0, 255)])
Image.fromarray(gray > 100).save(path("gray1.png"))
expect("gray1.png", "GRAY", "UINT8", [(gray > 100) * np.uint8(255)])
profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
Image.fromarray(rgb, "RGB").save(path("profile.png"), icc_profile=profile)
expect("profile.png", "RGB", "UINT8", channels_first(rgb))


def raw_png(name, bits, colour_type, samples, extra=b"", interlace=0):
    """PNG by the specification, for what no program here writes; samples: (rows, values) below 2^bits"""
    rows = b""
    for row in samples:
        number = "".join(format(int(v), f"0{bits}b") for v in row)
        number += "0" * (-len(number) % 8)
        rows += b"\0" + int(number, 2).to_bytes(len(number) // 8, "big")

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    width = samples.shape[1] // {0: 1, 2: 3, 4: 2, 6: 4}[colour_type]
    header = struct.pack(">IIBBBBB", width, samples.shape[0], bits, colour_type, 0, 0, interlace)
    with open(path(name), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", zlib.compress(rows)))
        file.write(chunk(b"IEND", b""))
    return chunk


chunk = raw_png("gray2.png", 2, 0, gray >> 6)
expect("gray2.png", "GRAY", "UINT8", [(gray >> 6) * 85])
raw_png("gray4.png", 4, 0, gray >> 4)
expect("gray4.png", "GRAY", "UINT8", [(gray >> 4) * 17])
key = chunk(b"tRNS", struct.pack(">H", 2))
raw_png("trns-gray2.png", 2, 0, gray >> 6, key)
expect("trns-gray2.png", "GRAY_ALPHA", "UINT8", [(gray >> 6) * 85, np.where(gray >> 6 == 2, 0, 255)])
wide = full("uint16", (5, 7, 4))
key = chunk(b"tRNS", struct.pack(">H", wide[2, 3, 0]))
raw_png("trns-gray16.png", 16, 0, wide[..., 0], key)
expect("trns-gray16.png", "GRAY_ALPHA", "UINT16", [wide[..., 0], np.where(wide[..., 0] == wide[2, 3, 0], 0, 65535)])
for name, kind, model, count in [("gray16.png", 0, "GRAY", 1), ("ga16.png", 4, "GRAY_ALPHA", 2), ("rgb16.png", 2, "RGB", 3),
                                 ("rgba16.png", 6, "RGBA", 4)]:
    raw_png(name, 16, kind, wide[..., :count].reshape(5, -1))
    expect(name, model, "UINT16", np.moveaxis(wide[..., :count], -1, 0))
magick(path("rgb8.png"), "-interlace", "PNG", path("interlaced.png"))
expect("interlaced.png", "RGB", "UINT8", channels_first(rgb))

# JPEG
y, x = np.mgrid[0:24, 0:40]
smooth = np.stack([x * 6, y * 10, 255 - x * 2 - y * 3], -1).astype(np.uint8)
# sRGB with red and blue exchanged: a decoder that applies it changes the samples a lot
exchanged = profile.replace(b"rXYZ", b"tmpX", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"tmpX", b"bXYZ", 1)
for name, array, options in [
    ("rgb.jpg", smooth, {}),
    ("gray.jpg", smooth[..., 0].copy(), {}),
    ("progressive.jpg", smooth, {"progressive": True, "quality": 92}),
    ("full.jpg", smooth, {"subsampling": 0, "quality": 95}),
    ("profile.jpg", smooth, {"icc_profile": exchanged, "quality": 95, "subsampling": 0}),
]:
    Image.fromarray(array).save(path(name), **options)
    expect(name, "GRAY" if array.ndim == 2 else "RGB", "UINT8", channels_first(Image.open(path(name))), 1)
Image.fromarray(smooth).convert("CMYK").save(path("cmyk.jpg"))
refuse("cmyk.jpg", "unsupported: CMYK JPEG")

# TIFF
gray_only = {"photometric": "minisblack"}
for kind in ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64", "float32", "float64"]:
    a = full(kind)
    tifffile.imwrite(path(f"{kind}.tif"), a, **gray_only)
    expect(f"{kind}.tif", "GRAY", kind.upper(), [a])
for kind, order, compression, predictor in [
    ("int8", ">", "zlib", True), ("uint16", ">", None, False), ("uint16", ">", "zlib", True), ("uint16", "<", "zlib", True),
    ("int32", "<", "zlib", True), ("uint32", ">", "zlib", False), ("float32", ">", None, False), ("float64", ">", "zlib", False),
]:
    a = full(kind)
    name = f"{kind}-{'le' if order == '<' else 'be'}-{compression}-{predictor}.tif"
    tifffile.imwrite(path(name), a, byteorder=order, compression=compression, predictor=predictor, **gray_only)
    expect(name, "GRAY", kind.upper(), [a])
volume = full("uint16", (4, 5, 7))
tifffile.imwrite(path("volume.tif"), volume, **gray_only)
expect("volume.tif", "GRAY", "UINT16", [volume])
tifffile.imwrite(path("rgb.tif"), rgb, photometric="rgb")
expect("rgb.tif", "RGB", "UINT8", channels_first(rgb))
tifffile.imwrite(path("planar.tif"), np.moveaxis(wide[..., :3], -1, 0), photometric="rgb", planarconfig="separate")
expect("planar.tif", "RGB", "UINT16", np.moveaxis(wide[..., :3], -1, 0))
tifffile.imwrite(path("rgba.tif"), rgba, photometric="rgb", extrasamples=["unassalpha"])
expect("rgba.tif", "RGBA", "UINT8", channels_first(rgba))
tifffile.imwrite(path("ga.tif"), rgba[..., :2], photometric="minisblack", planarconfig="contig", extrasamples=["unassalpha"])
expect("ga.tif", "GRAY_ALPHA", "UINT8", channels_first(rgba[..., :2]))
five = full("float32", (5, 7, 5))
tifffile.imwrite(path("five.tif"), five, photometric="minisblack", planarconfig="contig")
expect("five.tif", "MANY", "FLOAT32", channels_first(five))
tifffile.imwrite(path("white.tif"), gray, photometric="miniswhite")
expect("white.tif", "GRAY", "UINT8", [255 - gray])
tiles = full("uint16", (21, 37))
tifffile.imwrite(path("tiles.tif"), tiles, tile=(16, 16), compression="zlib", predictor=True, **gray_only)
expect("tiles.tif", "GRAY", "UINT16", [tiles])
strips = full("float32", (21, 7))
tifffile.imwrite(path("strips.tif"), strips, rowsperstrip=4, **gray_only)
expect("strips.tif", "GRAY", "FLOAT32", [strips])
stack = full("uint16", (3, 2, 5, 7))
tifffile.imwrite(path("imagej.tif"), stack, imagej=True, metadata={"axes": "ZCYX"})
expect("imagej.tif", "MANY", "UINT16", np.moveaxis(stack, 1, 0))
few.save(path("palette.tif"))
expect("palette.tif", "RGB", "UINT8", channels_first(few.convert("RGB")))
Image.fromarray(gray > 100).save(path("bilevel.tif"))
expect("bilevel.tif", "GRAY", "UINT8", [(gray > 100) * 255])
long = np.concatenate([full("uint8", (60, 90)), np.zeros((20, 90), np.uint8), (np.mgrid[0:40, 0:90][1] * 2).astype(np.uint8)])
for name, compression in [("lzw.tif", "tiff_lzw"), ("packbits.tif", "packbits"), ("deflate.tif", "tiff_adobe_deflate")]:
    Image.fromarray(long).save(path(name), compression=compression)
    expect(name, "GRAY", "UINT8", [long])
magick(path("rgb16.png"), "-compress", "LZW", "-define", "tiff:predictor=2", path("magick.tif"))
expect("magick.tif", "RGB", "UINT16", np.moveaxis(wide[..., :3], -1, 0))
floats = random.uniform(size=(9, 6)).astype("float32")
tifffile.imwrite(path("plain.tif"), floats, **gray_only)
magick(path("plain.tif"), "-compress", "Zip", "-define", "tiff:predictor=3", "-define", "quantum:format=floating-point",
       "-depth", "32", path("floating.tif"))
os.remove(path("plain.tif"))
expect("floating.tif", "GRAY", "FLOAT32", [floats], 1e-5)  # ImageMagick computes in 16 bits
tifffile.imwrite(path("float16.tif"), full("float16"), **gray_only)
refuse("float16.tif", "TIFF samples of type float16")
tifffile.imwrite(path("complex.tif"), full("float32").astype(np.complex64), **gray_only)
refuse("complex.tif", "TIFF samples of type complex64")
tifffile.imwrite(path("big.tif"), gray, bigtiff=True, **gray_only)
refuse("big.tif", "unsupported: BigTIFF")
tifffile.imwrite(path("premultiplied.tif"), rgba, photometric="rgb", extrasamples=["assocalpha"])
refuse("premultiplied.tif", "premultiplied")
Image.fromarray(smooth).convert("CMYK").save(path("cmyk.tif"))
refuse("cmyk.tif", "colour interpretation CMYK")
Image.fromarray(smooth).save(path("jpeg.tif"), compression="jpeg")
refuse("jpeg.tif", "unsupported: TIFF")
Image.fromarray(gray > 100).save(path("group4.tif"), compression="group4")
refuse("group4.tif", "compressed by CCITT group 4")

# NumPy
for kind in ["u1", "i1", "<u2", "<i2", "<u4", "<i4", "<u8", "<i8", "<f4", "<f8", ">i2", ">u4", ">i8", ">f4", ">f8"]:
    a = full(kind)
    name = f"npy-{kind.replace('<', 'le-').replace('>', 'be-')}.npy"
    np.save(path(name), a)
    expect(name, "GRAY", np.dtype(kind).name.upper(), [a])
a = full("f8", (2, 5, 7))
np.save(path("fortran.npy"), np.asfortranarray(a))
expect("fortran.npy", "GRAY", "FLOAT64", [a])
np.save(path("row.npy"), a[0, 0])
expect("row.npy", "GRAY", "FLOAT64", [a[0, 0]])
np.save(path("colours.npy"), wide)
expect("colours.npy", "RGBA", "UINT16", np.moveaxis(wide, -1, 0))
for version in [(2, 0), (3, 0)]:
    with open(path(f"version{version[0]}.npy"), "wb") as file:
        np.lib.format.write_array(file, a, version=version)
    expect(f"version{version[0]}.npy", "GRAY", "FLOAT64", [a])
for name, array, message in [
    ("half", a.astype("f2"), "npy values of type float16"), ("complex", a.astype("c16"), "type complex128"),
    ("bool", a > 0, "type bool"), ("fields", np.zeros(3, "f4,i2"), "structured npy"),
    ("object", np.array([1, None]), "type object"), ("huge", np.array([1, 2**53 + 1]), "int64 value 9007199254740993"),
    ("text", np.array(["abc"]), "npy values of type '<U3'"), ("scalar", np.array(3.0), "npy shape [] as an image"),
    ("rank5", np.zeros((2, 2, 2, 2, 2)), "as an image"), ("empty", np.zeros((0, 4)), "as an image"),
]:
    np.save(path(f"refused-{name}.npy"), array)
    refuse(f"refused-{name}.npy", message)

open("index.csv", "w").write("\n".join(index) + "\n")
open("refused.csv", "w").write("\n".join(refused) + "\n")
