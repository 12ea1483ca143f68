package org.acutance.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.w3c.dom.NodeList;

/** JPEG of 8 bits, gray or RGB. Written at high quality and with colours at full resolution; still not exact. */
final class JpegFormat implements ImageFormat {
    private static final float QUALITY = 0.95f;
    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    @Override
    public String name() {
        return "jpeg";
    }

    @Override
    public String help() {
        return "8 bits, gray or RGB; loses detail, so better not for results";
    }

    @Override
    public List<String> extensions() {
        return List.of("jpg", "jpeg");
    }

    @Override
    public boolean lossless() {
        return false;
    }

    @Override
    public List<SampleType> sampleTypes() {
        return List.of(SampleType.UINT8);
    }

    @Override
    public boolean recognises(byte[] start) {
        return start.length >= 3 && start[0] == (byte) 0xff && start[1] == (byte) 0xd8 && start[2] == (byte) 0xff;
    }

    @Override
    public Image read(SeekableByteChannel in) throws IOException {
        byte[] pixels = JpegStructure.pixelsOnly(Contents.read(in));
        List<NdArray> channels =
                Rasters.channels(JdkCodec.decode("jpeg", pixels).getRaster(), sample -> sample);
        return new Image(channels, channels.size() == 1 ? ColourModel.GRAY : ColourModel.RGB, SampleType.UINT8);
    }

    @Override
    public Optional<String> refusal(Image image) {
        if (image.shape().rank() != 2 || image.shape().size() == 0) {
            return Optional.of("jpeg holds pictures (rows, columns), not " + image.shape() + "; write .tif or .npy");
        }
        if (Math.max(image.shape().extent(0), image.shape().extent(1)) > 65500) {
            return Optional.of("jpeg holds at most 65500 rows and columns, not " + image.shape() + "; write .png");
        }
        return switch (image.colourModel()) {
            case GRAY, RGB -> Optional.empty();
            case GRAY_ALPHA, RGBA -> Optional.of("jpeg has no alpha; write .png or .tif");
            case MANY ->
                Optional.of("jpeg holds gray and RGB, not " + image.channels().size() + " channels; write .tif");
        };
    }

    @Override
    public void write(Image image, OutputStream out) throws IOException {
        BufferedImage pixels = Rasters.image(image);
        JdkCodec.encode("jpeg", out, writer -> {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(pixels, null, fullResolution(writer, pixels, param)), param);
        });
    }

    private static IIOMetadata fullResolution(ImageWriter writer, BufferedImage pixels, ImageWriteParam param)
            throws IOException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels), param);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(TREE);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(TREE, tree);
        return metadata;
    }
}
