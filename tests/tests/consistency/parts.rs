//! Each function has its binary, its module, its samples and its tests; none of them is without a function.

use std::collections::BTreeSet;

use functions::{ENDPOINTS, Trigger, WORKERS};

use crate::{files, none, read};

/// Every function by name.
fn names() -> Vec<&'static str> {
    let endpoints = ENDPOINTS.iter().map(|endpoint| endpoint.name);
    endpoints.chain(WORKERS.iter().map(|worker| worker.name)).collect()
}

/// The module of a function as a path, such as `registration::verify_user`.
fn module(name: &str) -> Option<String> {
    let file = format!("/{}.rs", name.replace('-', "_"));
    let declares = format!("name: \"{name}\",");
    let of_it = |(place, text): &(String, String)| {
        place.ends_with(&file) && !place.contains("/bin/") && text.contains(&declares)
    };
    let (place, _) = files("functions/src", ".rs").into_iter().find(of_it)?;
    let path = place.trim_start_matches("functions/src/").trim_end_matches(".rs");
    Some(path.replace('/', "::"))
}

#[test]
fn each_function_has_a_name_and_routes_of_its_own() {
    let (mut names_seen, mut routes_seen) = (BTreeSet::new(), BTreeSet::new());
    let twice = names().into_iter().filter(|name| !names_seen.insert(*name));
    none(twice.map(|name| format!("two functions are called {name}: rename one")));
    let routes = ENDPOINTS.iter().flat_map(|endpoint| endpoint.routes);
    let twice = routes.filter(|route| !routes_seen.insert((route.method, route.path)));
    none(twice.map(|route| format!("two functions answer {} {}: take it off one", route.method, route.path)));
}

#[test]
fn each_function_has_a_module_of_its_name() {
    let missing = names().into_iter().filter(|name| module(name).is_none());
    none(missing.map(|name| {
        let file = name.replace('-', "_");
        format!("{name} has no module: add functions/src/<feature>/{file}.rs with `name: \"{name}\",`")
    }));
}

#[test]
fn each_function_has_a_binary_of_three_lines() {
    none(names().into_iter().filter_map(|name| {
        let module = module(name)?;
        let worker = WORKERS.iter().find(|worker| worker.name == name);
        let call = match worker.map(|worker| worker.trigger) {
            None => format!("functions::serve(&functions::{module}::ENDPOINT)"),
            Some(Trigger::Stream) => format!("functions::work_on_stream(functions::{module}::handle)"),
            Some(Trigger::MailEvents) => format!("functions::work_on_notices(functions::{module}::handle)"),
            // The keys are the only thing that is not worked on with an app.
            Some(Trigger::Schedule) if name != "key-rotation" => {
                format!("functions::work_on_schedule(functions::{module}::handle)")
            }
            Some(Trigger::Schedule) => format!("functions::work_on_keys(functions::{module}::handle)"),
        };
        let wanted = format!("//! The function `{name}`.\nfn main() -> std::process::ExitCode {{\n    {call}\n}}\n");
        let file = format!("lambdas/src/bin/{name}.rs");
        (read(&file) != wanted).then(|| format!("{file} has to be exactly this:\n{wanted}"))
    }));
}

#[test]
fn each_binary_has_a_function() {
    let names: BTreeSet<_> = names().into_iter().collect();
    none(files("lambdas/src/bin", ".rs").into_iter().filter_map(|(place, _)| {
        let name = place.rsplit('/').next()?.strip_suffix(".rs")?;
        let known = names.contains(name);
        (!known).then(|| format!("{place} has no row in ENDPOINTS or WORKERS of functions/src/lib.rs: add one"))
    }));
}

#[test]
fn each_function_has_samples_and_each_sample_a_function() {
    let names: BTreeSet<_> = names().into_iter().collect();
    let samples = files("events", ".json");
    let of = |place: &str| place.split('/').nth(1).map(str::to_owned).unwrap_or_default();
    let sampled: BTreeSet<_> = samples.iter().map(|(place, _)| of(place)).collect();
    let missing = names.iter().filter(|name| !sampled.contains(**name));
    none(missing.map(|name| format!("events/{name}/ has no sample: add one as `events/README.md` says")));
    let stray = samples.iter().filter(|(place, _)| !names.contains(of(place).as_str()));
    none(stray.map(|(place, _)| format!("{place} is of no function: move it or delete it")));
}

#[test]
fn each_route_has_a_module_of_black_box_tests() {
    let declared = read("tests/tests/routes/mod.rs");
    let modules: Vec<&str> = declared
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    // Or one of them that tests another route as well.
    let mut tests = files("tests/tests/routes", ".rs");
    tests.retain(|(place, _)| {
        let name = place.split(['/', '.']).nth(3).unwrap_or_default();
        modules.contains(&name)
    });
    let routes: BTreeSet<_> = ENDPOINTS
        .iter()
        .flat_map(|endpoint| endpoint.routes)
        .map(|route| route.path)
        .collect();
    none(routes.into_iter().filter_map(|path| {
        let words = path
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty());
        let name = words.collect::<Vec<_>>().join("_");
        let begins = path.split('{').next().unwrap_or_default();
        let tested = modules.iter().any(|module| name.starts_with(module))
            || tests.iter().any(|(_, text)| text.contains(&format!("\"{begins}")));
        (!tested)
            .then(|| format!("{path} has no tests: add tests/tests/routes/{name}.rs, or one for the beginning of it"))
    }));
}

#[test]
fn each_locale_has_each_key() {
    let keys = |text: &str| -> BTreeSet<String> {
        let named = text.lines().filter_map(|line| line.split_once(" ="));
        let names = named
            .map(|(name, _)| name)
            .filter(|name| !name.starts_with(['#', ' ', '.', '[', '*']));
        names.map(str::to_owned).collect()
    };
    let (console, locales): (Vec<_>, Vec<_>) = files("functions/locales", ".ftl")
        .into_iter()
        .partition(|(place, _)| place.contains("/console/"));
    for locales in [locales, console] {
        let all: BTreeSet<String> = locales.iter().flat_map(|(_, text)| keys(text)).collect();
        assert!(
            locales.len() > 1 && all.len() > 50,
            "the locales are not where this test looks"
        );
        none(locales.iter().flat_map(|(place, text)| {
            let own = keys(text);
            let missing: Vec<_> = all.difference(&own).cloned().collect();
            missing
                .into_iter()
                .map(move |key| format!("{place} has no `{key}`: add it"))
        }));
    }
}
