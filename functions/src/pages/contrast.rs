//! A tenant's brand colour, made readable.
//!
//! WCAG 2.2 asks for 4.5:1 between text and what is behind it (1.4.3) and 3:1 between a control and what is around it
//! (1.4.11). Brand colours are chosen for logos and often miss one or the other. [`palette`] keeps a colour that passes
//! and otherwise moves only its lightness, in OKLab, where equal steps look equal and the hue stays what it was.

mod oklab;

/// An sRGB colour, 8 bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

/// The colours of one scheme (light or dark) that depend on the brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    /// Fill of the primary button: 3:1 against both surfaces, 4.5:1 under [`Tones::on_brand`].
    pub brand: Rgb,
    /// Text on that fill: white or near-black.
    pub on_brand: Rgb,
    /// The brand as text (links) and focus ring: 4.5:1 against both surfaces.
    pub link: Rgb,
}

/// Both schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// For `prefers-color-scheme: light` and as the default.
    pub light: Tones,
    /// For `prefers-color-scheme: dark`.
    pub dark: Tones,
}

/// A place where the brand colour cannot be read as it is: the tenant is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the tenant chose.
    pub chosen: Rgb,
    /// What is shown instead.
    pub shown: Rgb,
    /// Where, as it ends a sentence.
    pub place: &'static str,
}

impl std::fmt::Display for Correction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} is shown as {} {}, to be readable",
            self.chosen, self.shown, self.place
        )
    }
}

/// Where the readable colours for a brand are not the brand's own.
#[must_use]
pub fn corrections(brand: Rgb) -> Vec<Correction> {
    let Palette { light, dark } = palette(brand);
    [
        (light.brand, "on buttons on light pages"),
        (light.link, "in links on light pages"),
        (dark.brand, "on buttons on dark pages"),
        (dark.link, "in links on dark pages"),
    ]
    .into_iter()
    .filter(|(shown, _)| *shown != brand)
    .map(|(shown, place)| Correction {
        chosen: brand,
        shown,
        place,
    })
    .collect()
}

/// Card and page background of each scheme; the same values as in `templates/usher.css`, which a test checks.
pub(crate) const LIGHT_SURFACES: [Rgb; 2] = [Rgb([0xff, 0xff, 0xff]), Rgb([0xf4, 0xf5, 0xf7])];
/// See [`LIGHT_SURFACES`].
pub(crate) const DARK_SURFACES: [Rgb; 2] = [Rgb([0x1b, 0x1e, 0x24]), Rgb([0x10, 0x12, 0x16])];

const WHITE: Rgb = Rgb([0xff, 0xff, 0xff]);
const INK: Rgb = Rgb([0x0b, 0x0d, 0x10]);
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// The readable colours for a brand.
#[must_use]
pub fn palette(brand: Rgb) -> Palette {
    Palette {
        light: tones(brand, &LIGHT_SURFACES, Direction::Darker),
        dark: tones(brand, &DARK_SURFACES, Direction::Lighter),
    }
}

/// The ratio of WCAG 2.2 between two colours, from 1 (the same) to 21 (black and white).
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (a, b) = (one.luminance(), other.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[derive(Clone, Copy)]
enum Direction {
    Darker,
    Lighter,
}

fn tones(brand: Rgb, surfaces: &[Rgb], away_from_surface: Direction) -> Tones {
    let clear_of = |colour: Rgb, ratio| surfaces.iter().all(|&surface| contrast(colour, surface) >= ratio);
    let fill = brand.moved_until(away_from_surface, |c| {
        clear_of(c, CONTROL) && contrast(c, text_on(c)) >= TEXT
    });
    Tones {
        brand: fill,
        on_brand: text_on(fill),
        link: brand.moved_until(away_from_surface, |c| clear_of(c, TEXT)),
    }
}

/// White wherever it is readable, as most brands expect; else near-black.
fn text_on(fill: Rgb) -> Rgb {
    if contrast(fill, WHITE) >= TEXT || contrast(fill, WHITE) >= contrast(fill, INK) {
        WHITE
    } else {
        INK
    }
}

impl Rgb {
    /// Reads "#rrggbb" or "#rgb".
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .trim()
            .strip_prefix('#')?
            .chars()
            .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, i] => Some(Self([r * 16 + s, g * 16 + h, b * 16 + i])),
            _ => None,
        }
    }

    /// The nearest colour of the same hue, in small steps of lightness, that `passes`. Black and white end the search:
    /// one of them passes whatever is asked for here.
    fn moved_until(self, direction: Direction, passes: impl Fn(Self) -> bool) -> Self {
        if passes(self) {
            return self;
        }
        let [lightness, a, b] = oklab::from_linear(self.to_linear());
        let step = match direction {
            Direction::Darker => -0.005,
            Direction::Lighter => 0.005,
        };
        (1..=200_u8)
            .map(|n| f64::from(n).mul_add(step, lightness))
            .take_while(|lightness| (0.0..=1.0).contains(lightness))
            .map(|lightness| Self::from_linear(oklab::to_linear([lightness, a, b])))
            .find(|&colour| passes(colour))
            .unwrap_or(match direction {
                Direction::Darker => Self([0, 0, 0]),
                Direction::Lighter => WHITE,
            })
    }

    /// Relative luminance as WCAG 2.2 defines it, 0 to 1.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.to_linear();
        0.2126_f64.mul_add(r, 0.7152_f64.mul_add(g, 0.0722 * b))
    }

    fn to_linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// Out-of-gamut channels are clipped; the caller measures what comes out, so a clipped colour is still a checked one.
    fn from_linear(linear: [f64; 3]) -> Self {
        Self(linear.map(|c| {
            let c = if c <= 0.003_130_8 {
                c * 12.92
            } else {
                1.055_f64.mul_add(c.powf(1.0 / 2.4), -0.055)
            };
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let channel = (c.clamp(0.0, 1.0) * 255.0).round() as u8;
            channel
        }))
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::parse(text).unwrap()
    }

    #[test]
    fn ratios_are_those_of_wcag() {
        assert!((contrast(rgb("#000"), rgb("#fff")) - 21.0).abs() < 0.001);
        assert!((contrast(rgb("#767676"), rgb("#ffffff")) - 4.54).abs() < 0.01);
        assert!((contrast(rgb("#777777"), rgb("#ffffff")) - 4.48).abs() < 0.01);
    }

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(rgb("#1f6FEB").to_string(), "#1f6feb");
        assert_eq!(rgb(" #0af "), rgb("#00aaff"));
        for wrong in ["", "#", "red", "#12345", "#1234567", "#12345g", "#ａｂｃ", "1f6feb"] {
            assert_eq!(Rgb::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_colour_survives_the_way_through_oklab() {
        for text in [
            "#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#0b6e4f", "#ffd400", "#808080",
        ] {
            assert_eq!(
                Rgb::from_linear(oklab::to_linear(oklab::from_linear(rgb(text).to_linear()))),
                rgb(text),
                "{text}"
            );
        }
    }

    #[test]
    fn a_colour_that_passes_is_kept() {
        let kept = palette(rgb("#0b6e4f"));
        assert_eq!(
            (kept.light.brand, kept.light.on_brand, kept.light.link),
            (rgb("#0b6e4f"), WHITE, rgb("#0b6e4f"))
        );
        let places: Vec<_> = corrections(rgb("#0b6e4f")).iter().map(|one| one.place).collect();
        assert_eq!(places, ["on buttons on dark pages", "in links on dark pages"]);
    }

    #[test]
    fn a_light_yellow_is_darkened_on_white_and_kept_on_black() {
        let yellow = palette(rgb("#ffd400"));
        let told: Vec<_> = corrections(rgb("#ffd400")).iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        let shown = yellow.light.brand;
        assert_eq!(
            told[0],
            format!("#ffd400 is shown as {shown} on buttons on light pages, to be readable")
        );
        assert!(yellow.light.brand.luminance() < rgb("#ffd400").luminance());
        assert_eq!((yellow.dark.brand, yellow.dark.on_brand), (rgb("#ffd400"), INK));
    }

    #[test]
    fn every_colour_ends_up_readable() {
        // A grid over the whole cube, with both ends of each channel.
        let steps = [0, 17, 51, 85, 102, 119, 136, 153, 187, 221, 255];
        for r in steps {
            for g in steps {
                for b in steps {
                    let palette = palette(Rgb([r, g, b]));
                    for (tones, surfaces) in [(palette.light, LIGHT_SURFACES), (palette.dark, DARK_SURFACES)] {
                        assert!(
                            contrast(tones.brand, tones.on_brand) >= TEXT,
                            "text on the button, {r} {g} {b}"
                        );
                        for surface in surfaces {
                            assert!(contrast(tones.brand, surface) >= CONTROL, "button, {r} {g} {b}");
                            assert!(contrast(tones.link, surface) >= TEXT, "link, {r} {g} {b}");
                        }
                    }
                }
            }
        }
    }
}
