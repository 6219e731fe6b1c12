//! The stylesheet's own colours, by the same measure as a tenant's.

use super::super::contrast::{DARK_SURFACES, LIGHT_SURFACES, Rgb, contrast};
use super::STYLESHEET;

/// The custom properties of a scheme: the first `:root` block is light, the second dark.
fn token(scheme: usize, name: &str) -> Rgb {
    let block = STYLESHEET.split(":root {").nth(scheme + 1).unwrap();
    let value = block.split_once(&format!("--{name}: ")).unwrap().1;
    Rgb::parse(value.split(';').next().unwrap()).unwrap()
}

#[test]
fn the_stylesheets_own_colours_are_readable() {
    for (scheme, surfaces) in [LIGHT_SURFACES, DARK_SURFACES].into_iter().enumerate() {
        assert_eq!(
            [token(scheme, "surface"), token(scheme, "page")],
            surfaces,
            "contrast.rs knows the surfaces"
        );
        for surface in surfaces {
            for text in ["text", "muted", "danger", "success"] {
                assert!(
                    contrast(token(scheme, text), surface) >= 4.5,
                    "{text} in scheme {scheme}"
                );
            }
            for control in ["control", "warning", "information"] {
                assert!(
                    contrast(token(scheme, control), surface) >= 3.0,
                    "{control} in scheme {scheme}"
                );
            }
        }
        for text in ["text", "danger"] {
            assert!(
                contrast(token(scheme, text), token(scheme, "danger-wash")) >= 4.5,
                "{text} in scheme {scheme}"
            );
        }
        assert!(
            contrast(token(scheme, "on-notice"), token(scheme, "danger")) >= 4.5,
            "the button that deletes, in scheme {scheme}"
        );
        for notice in ["success", "information", "warning", "danger"] {
            assert!(
                contrast(token(scheme, "on-notice"), token(scheme, notice)) >= 3.0,
                "{notice} in scheme {scheme}"
            );
        }
    }
}
