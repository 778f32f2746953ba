import sharp from 'sharp';

/** A picture's measures in pixels as it is seen, after its orientation flag was obeyed. */
export type PictureMeasures = { width: number; height: number };

/** Reads the measures of a JPEG or PNG from its header, decoding nothing; null where the header cannot be read. */
export async function measurePicture(bytes: Uint8Array): Promise<PictureMeasures | null> {
  try {
    // No pixel limit here: the caller must learn how large the picture claims to be in order to say so.
    const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return format === 'jpeg' || format === 'png' ? { width: autoOrient.width, height: autoOrient.height } : null;
  } catch {
    return null;
  }
}

/**
 * Decodes a JPEG or PNG and encodes it anew in sRGB, upright, with nothing but its pixels; says whether it is in colour.
 * Null where it is broken. The library's messages are dropped: they may quote the file.
 */
export async function reencodePicture(
  bytes: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
  maxPixels: number,
): Promise<{ bytes: Uint8Array; width: number; height: number; colour: boolean } | null> {
  try {
    const upright = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning' })
      .autoOrient()
      .flatten({ background: '#ffffff' });
    // Optimised Huffman tables would hold the whole picture in memory: 575 MB instead of 125 MB for 40 million pixels.
    const encoded =
      mediaType === 'image/png'
        ? upright.png()
        : upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, colour: await isInColour(data) };
  } catch {
    return null;
  }
}

// A scanner's grey has a slight tint: a pixel counts as coloured from a spread of 16 of 255 between its channels, a picture from 2 of 100 such pixels. A face fills far more.
const COLOURED_SPREAD = 16;
const COLOURED_SHARE = 0.02;

async function isInColour(bytes: Uint8Array): Promise<boolean> {
  const { data, info } = await sharp(bytes).resize(64, 64, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
  if (info.channels < 3) return false;
  let coloured = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const pixel = data.subarray(at, at + 3);
    if (Math.max(...pixel) - Math.min(...pixel) >= COLOURED_SPREAD) coloured += 1;
  }
  return coloured / (info.width * info.height) >= COLOURED_SHARE;
}
