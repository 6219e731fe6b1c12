//! What runs on the stack's own thread: it puts the parts together and serves them.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use functions::app::{App, Config};
use functions::workers::mailer::{self, Mailer};
use functions::workers::{approval_endpoint, housekeeping, invitation_lists};
use jiff::Timestamp;
use tokio::sync::watch;
use usher::adapters::aws::Endpoints;
use usher::adapters::kms::{create_keys, load_keys};
use usher::adapters::rotation::KeyStore;
use usher::clock::Clock;
use usher::entropy::Entropy;
use usher::keys::KeyRing;
use usher::store::Store;

use crate::aws::{KEY_ID, LocalAws, MailFaults, MailHost, MasterKey, PhoneNetwork};
use crate::demo::Demo;
use crate::folder::Folder;
use crate::inbox::Inbox;
use crate::notices;
use crate::stack::StackConfig;
use crate::start_error::StartError;
use crate::stream::{Place, Pump, Reader};
use crate::template::TableDefinition;
use crate::web::{self, Local, Wakes};

pub(crate) const TABLE: &str = "usher";
/// Whose person a call is about that names no tenant: apps written for NET2GRID name none.
const DEFAULT_TENANT: &str = "netgrid";
/// How long requests that are under way may take to end once the stack stops.
const FAREWELL: Duration = Duration::from_secs(2);

/// What the stack's thread and its owner both hold.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) clock: Clock,
    pub(crate) faults: MailFaults,
    pub(crate) text_faults: MailFaults,
    pub(crate) inbox: Inbox,
    pub(crate) dynamodb: aws_sdk_dynamodb::Client,
    pub(crate) kms: aws_sdk_kms::Client,
    pub(crate) endpoints: Endpoints,
}

/// What the stack's thread is given.
pub(crate) struct Service {
    pub(crate) config: StackConfig,
    pub(crate) url: String,
    pub(crate) listener: TcpListener,
    pub(crate) stopped: watch::Receiver<bool>,
}

/// Where the thread says whether the stack has started.
pub(crate) type Report = mpsc::SyncSender<Result<Shared, StartError>>;

impl Service {
    /// Serves until the stack is stopped; tells through `report` once whether it has started.
    pub(crate) fn run(self, report: &Report) {
        // Two threads, since hashing a password keeps one busy for its time.
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build();
        let outcome = match runtime {
            Ok(runtime) => runtime.block_on(self.serve(report)),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = outcome {
            // Nobody listens any more if it had started; then it says so itself.
            let _ = report.send(Err(error));
        }
    }

    async fn serve(self, report: &Report) -> Result<(), StartError> {
        let Self {
            config,
            url,
            listener,
            stopped,
        } = self;
        let folder = Arc::new(Folder::open(&config.data)?);
        let entropy = Entropy::default();
        let (clock, faults, inbox) = (Clock::system(), MailFaults::default(), Inbox::open(&folder)?);
        let (tell, told) = tokio::sync::mpsc::unbounded_channel();
        let host = MailHost {
            inbox: inbox.clone(),
            notices: tell,
            faults: faults.clone(),
            clock: clock.clone(),
        };
        let text_faults = MailFaults::default();
        let phones = PhoneNetwork {
            inbox: inbox.clone(),
            faults: text_faults.clone(),
            clock: clock.clone(),
        };
        let aws = LocalAws::start(
            folder.file("usher.db").as_deref(),
            MasterKey::of(&folder, &entropy)?,
            host,
            phones,
        )?;

        let dynamodb = aws.environment.dynamodb();
        TableDefinition::embedded()?.create(&dynamodb, TABLE).await?;
        let store = Store::new(dynamodb.clone(), TABLE);
        let keys = keys(&store, aws.environment.kms(), &entropy, clock.now()).await?;
        let demo = Demo::embedded()?;
        demo.apply(&store, &keys, &folder, clock.now()).await?;

        let config = Config {
            table: TABLE.into(),
            public_url: url.clone(),
            default_tenant: DEFAULT_TENANT.parse().ok(),
            configuration_set: None,
            limits: config.limits,
            outbound: config.outbound,
        };
        let app = App::new(config, dynamodb.clone(), keys, clock.clone(), entropy);
        tokio::spawn(notices::hand_on(app.clone(), told));
        let wakes = Wakes::default();
        let (of_mailer, of_lists, of_endpoints) = (
            Place::new(folder.clone(), "stream.json"),
            Place::new(folder.clone(), "stream-lists.json"),
            Place::new(folder, "stream-approvals.json"),
        );
        let mailing = {
            let mailer = Mailer::new(app.clone(), aws.environment.ses(), aws.environment.sns());
            let reader = Reader::open(aws.streams(), &dynamodb, TABLE, of_mailer.kept()?).await?;
            let worker = move |event| {
                let mailer = mailer.clone();
                async move { mailer::handle(&mailer, event).await }
            };
            Pump::new(
                reader,
                mailer::FILTERS,
                worker,
                of_mailer,
                wakes[0].clone(),
                stopped.clone(),
            )
        };
        let listing = {
            let app = app.clone();
            let reader = Reader::open(aws.streams(), &dynamodb, TABLE, of_lists.kept()?).await?;
            let worker = move |event| {
                let app = app.clone();
                async move { invitation_lists::handle(&app, event).await }
            };
            Pump::new(
                reader,
                invitation_lists::FILTERS,
                worker,
                of_lists,
                wakes[1].clone(),
                stopped.clone(),
            )
        };
        let approving = {
            let app = app.clone();
            let reader = Reader::open(aws.streams(), &dynamodb, TABLE, of_endpoints.kept()?).await?;
            let mailer = wakes[0].clone();
            let worker = move |event| {
                let (app, mailer) = (app.clone(), mailer.clone());
                async move {
                    let response = approval_endpoint::handle(&app, event).await;
                    // Of what was decided somebody is told.
                    mailer.notify_one();
                    response
                }
            };
            Pump::new(
                reader,
                approval_endpoint::FILTERS,
                worker,
                of_endpoints,
                wakes[2].clone(),
                stopped.clone(),
            )
        };
        let pumps = (
            tokio::spawn(mailing.run()),
            tokio::spawn(listing.run()),
            tokio::spawn(approving.run()),
        );
        tokio::spawn(keep_house(app.clone(), wakes.clone()));

        let router = web::router(Local {
            app,
            inbox: inbox.clone(),
            demo: Arc::new(demo),
            wakes,
        });
        let listener = tokio::net::TcpListener::from_std(listener)?;
        // An owner that is gone has dropped the stack: it stops at once.
        let _ = report.send(Ok(Shared {
            clock,
            faults,
            text_faults,
            inbox,
            dynamodb,
            kms: aws.environment.kms(),
            endpoints: aws.environment.endpoints.clone(),
        }));
        let stop = |mut stopped: watch::Receiver<bool>| async move {
            let _ = stopped.wait_for(|stopped| *stopped).await;
        };
        let serving = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
            .with_graceful_shutdown(stop(stopped.clone()));
        let finished = async {
            let _ = tokio::join!(serving.into_future(), pumps.0, pumps.1, pumps.2);
        };
        tokio::select! {
            () = finished => {}
            () = async { stop(stopped).await; tokio::time::sleep(FAREWELL).await } => {}
        }
        Ok(())
    }
}

/// The deployment's keys: made at the first start, and rotated if that is due at a later one, since
/// no schedule wakes anybody here.
async fn keys(
    store: &Store,
    kms: aws_sdk_kms::Client,
    entropy: &Entropy,
    now: Timestamp,
) -> Result<KeyRing, StartError> {
    create_keys(store, &kms, KEY_ID, entropy, now).await?;
    let keys = KeyStore {
        store: store.clone(),
        kms,
        key_id: KEY_ID.to_owned(),
    };
    keys.rotate(entropy, now, |change| tracing::info!(%change, "the keys were changed"))
        .await?;
    Ok(load_keys(store, &keys.kms).await?)
}

/// Does once a minute what a schedule wakes `housekeeping` for, and wakes whoever its writes concern.
async fn keep_house(app: App, wakes: Wakes) {
    loop {
        tokio::time::sleep(Duration::from_secs(60)).await;
        if let Err(error) = housekeeping::run(&app).await {
            tracing::warn!(cause = %error, "not everything that is due was done");
        }
        for wake in &wakes {
            wake.notify_one();
        }
    }
}
