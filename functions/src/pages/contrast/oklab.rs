//! OKLab, a colour space in which equal steps look equal: lightness, green to red, blue to yellow. The matrices are those
//! of its definition (Björn Ottosson, "A perceptual color space for image processing").

const CONES_OF_RGB: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];

const LAB_OF_CONES: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];

const CONES_OF_LAB: [[f64; 3]; 3] = [
    [1.0, 0.396_337_777_4, 0.215_803_757_3],
    [1.0, -0.105_561_345_8, -0.063_854_172_8],
    [1.0, -0.089_484_177_5, -1.291_485_548_0],
];

const RGB_OF_CONES: [[f64; 3]; 3] = [
    [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
    [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
    [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
];

/// Linear sRGB to OKLab.
pub(super) fn from_linear(rgb: [f64; 3]) -> [f64; 3] {
    times(LAB_OF_CONES, times(CONES_OF_RGB, rgb).map(f64::cbrt))
}

/// OKLab to linear sRGB, whose channels may lie outside 0 to 1.
pub(super) fn to_linear(lab: [f64; 3]) -> [f64; 3] {
    times(RGB_OF_CONES, times(CONES_OF_LAB, lab).map(|cone| cone * cone * cone))
}

fn times(matrix: [[f64; 3]; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a.mul_add(x, b.mul_add(y, c * z)))
}
