package org.acutance.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Tagged Image File Format: every integer and floating-point type, several pages as a volume (z, rows, columns). Read by
 * its own code, since the JDK's reader takes float16 for integers, refuses the predictor that most programs use for 16
 * bits, and fills a torn strip with zeros.
 */
final class TiffFormat implements ImageFormat {
    @Override
    public String name() {
        return "tiff";
    }

    @Override
    public String help() {
        return "integers of 8 to 64 bits, float32 and float64, any number of channels, pages as a volume";
    }

    @Override
    public List<String> extensions() {
        return List.of("tif", "tiff");
    }

    @Override
    public boolean lossless() {
        return true;
    }

    @Override
    public List<SampleType> sampleTypes() {
        return new NpyFormat().sampleTypes();
    }

    @Override
    public boolean recognises(byte[] start) {
        return start.length >= 4 && (is(start, 'I', 42, 0) || is(start, 'M', 0, 42) || isBig(start));
    }

    private static boolean isBig(byte[] start) {
        return is(start, 'I', 43, 0) || is(start, 'M', 0, 43);
    }

    private static boolean is(byte[] start, char order, int third, int fourth) {
        return start[0] == order && start[1] == order && start[2] == third && start[3] == fourth;
    }

    @Override
    public Image read(SeekableByteChannel in) throws IOException {
        TiffFile file = TiffFile.open(in);
        List<TiffDirectory> directories = file.directories();
        if (directories.isEmpty()) {
            throw FormatException.damaged("the TIFF has no page");
        }
        List<TiffPage> pages = new ArrayList<>();
        for (TiffDirectory directory : directories) {
            pages.add(TiffPage.of(directory));
        }
        return read(file, directories, pages);
    }

    private static Image read(TiffFile file, List<TiffDirectory> directories, List<TiffPage> pages) throws IOException {
        TiffPage first = pages.get(0);
        int stacked = stackedChannels(directories.get(0), pages);
        int slices = pages.size() / stacked;
        NdArray.Builder[] channels = builders(first, slices, first.channels() * stacked);
        for (int i = 0; i < pages.size(); i++) {
            int group = i % stacked * first.channels();
            new TiffSegments(file, directories.get(i), pages.get(i))
                    .decode(
                            Arrays.copyOfRange(channels, group, group + first.channels()),
                            i / stacked * first.width() * first.height());
        }
        return new Image(
                Arrays.stream(channels).map(NdArray.Builder::build).toList(),
                stacked > 1 ? ColourModel.MANY : first.colourModel(),
                first.type());
    }

    // ImageJ puts the channels of a stack into pages of their own, channels fastest, and says so in the description.
    private static int stackedChannels(TiffDirectory directory, List<TiffPage> pages) throws IOException {
        TiffPage first = pages.get(0);
        if (!pages.stream().allMatch(first::isLike)) {
            throw FormatException.unsupported("TIFF whose pages differ in size or type; save the wanted pages alone");
        }
        long images = directory.imageJ("images").orElse(pages.size());
        long channels = directory.imageJ("channels").orElse(1);
        if (directory.imageJ("frames").orElse(1) > 1) {
            throw FormatException.unsupported("ImageJ time series; save one frame");
        }
        if (images != pages.size() || channels < 1 || pages.size() % channels != 0) {
            throw FormatException.unsupported("ImageJ TIFF of " + images + " images and " + channels + " channels in "
                    + pages.size() + " pages; save it with one page per image");
        }
        return (int) channels;
    }

    private static NdArray.Builder[] builders(TiffPage page, int slices, int channels) throws IOException {
        double size = (double) page.width() * page.height() * slices;
        if (size > Integer.MAX_VALUE) {
            throw FormatException.unsupported("TIFF of " + slices + " pages of " + page.width() + "×" + page.height()
                    + " pixels; the limit is 2147483647, so cut it into parts");
        }
        int bytes = Heap.perSample(page.type());
        Heap.require(
                "a TIFF of " + slices + " pages of " + page.width() + "×" + page.height() + " pixels",
                size * channels * bytes);
        Shape shape =
                slices > 1 ? Shape.of(slices, page.height(), page.width()) : Shape.of(page.height(), page.width());
        NdArray.Builder[] builders = new NdArray.Builder[channels];
        Arrays.setAll(builders, i -> NdArray.builder(shape, page.type().precision()));
        return builders;
    }

    @Override
    public Optional<String> refusal(Image image) {
        int rank = image.shape().rank();
        if (rank < 2 || rank > 3 || image.shape().size() == 0) {
            return Optional.of("tiff holds pictures (rows, columns) and volumes (z, rows, columns), not "
                    + image.shape() + "; write .npy");
        }
        if (rank == 3 && image.shape().extent(0) == 1) {
            return Optional.of("tiff would give the volume " + image.shape() + " back as a picture; write .npy");
        }
        return Optional.empty();
    }

    @Override
    public void write(Image image, OutputStream out) throws IOException {
        new TiffWriter(image).write(out);
    }
}
