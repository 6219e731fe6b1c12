//! The dashboard shows what the functions count.

use functions::metrics::{METRIC, OF_FAILURES, OF_STEPS};

use crate::deployed::{Template, substituted};
use crate::none;

/// The namespace that functions count in, as the template gives it to them.
const NAMESPACE: &str = "Usher/${AWS::StackName}";

#[test]
fn the_funnel_is_searched_for_where_it_is_counted() {
    let template = Template::read();
    assert_eq!(template.global_variable("USHER_METRICS"), NAMESPACE);
    let body = substituted(&template.resource("Dashboard")["Properties"]["DashboardBody"]);
    none([OF_STEPS, OF_FAILURES].into_iter().filter_map(|dimensions| {
        let search = format!(
            r#"SEARCH('{{\"{NAMESPACE}\",{}}} MetricName=\"{METRIC}\"', 'Sum', 3600)"#,
            dimensions.join(",")
        );
        (!body.contains(&search)).then(|| format!("infra/template.yaml: no widget of the dashboard shows {search}"))
    }));
}
