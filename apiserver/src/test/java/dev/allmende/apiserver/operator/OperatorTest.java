package dev.allmende.apiserver.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.client.AnyServer;
import dev.allmende.apiserver.client.Api;
import dev.allmende.apiserver.client.Place;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AnyServer.class)
class OperatorTest {

    private static final String LEASE = "greeter";

    private final Map<String, String> book = new ConcurrentHashMap<>();
    private final List<Operator> operators = new ArrayList<>();
    private Place place;
    private String greetings;

    @BeforeEach
    void install(Place given) {
        place = given;
        greetings = "/apis/%s/v1/namespaces/%s/greetings".formatted(Greeting.GROUP, place.namespace());
        place.install(Greeting.definition());
    }

    @AfterEach
    void remove() {
        operators.forEach(Operator::stop);
        var definition = Place.DEFINITIONS + "/greetings." + Greeting.GROUP;
        for (var left : place.api().get(greetings).names()) {
            place.api().merge(greetings + "/" + left, "{\"metadata\":{\"finalizers\":null}}");
        }
        place.api().delete(definition);
        place.api().awaitGone(definition);
    }

    private Operator run(Greeter greeter, Optional<LeaderElectionConfiguration> election) {
        var operator = new Operator(settings -> {
            settings.withKubernetesClient(Place.client(place.kubeconfig()))
                    .withReconciliationTerminationTimeout(Duration.ofSeconds(5));
            election.ifPresent(settings::withLeaderElectionConfiguration);
        });
        operator.register(
                greeter,
                settings -> settings.settingNamespace(place.namespace())
                        .withFinalizer(Greeter.FINALIZER)
                        .withRetry(new GenericRetry().setInitialInterval(50).setMaxAttempts(20)));
        operator.start();
        operators.add(operator);
        return operator;
    }

    private Operator run(String identity) {
        return run(new Greeter(identity, book, greeting -> {}), Optional.empty());
    }

    private void stop(Operator operator) {
        operator.stop();
        operators.remove(operator);
    }

    private void create(String name, String whom) {
        place.client()
                .resource(Greeting.of(name, whom))
                .inNamespace(place.namespace())
                .create();
    }

    private void change(String name, String whom) {
        place.api()
                .merge(greetings + "/" + name, "{\"spec\":{\"name\":\"%s\"}}".formatted(whom))
                .object();
    }

    private void awaitDone(String name, String text, String by) {
        place.api()
                .await(
                        greetings + "/" + name,
                        reply -> reply.at("/status/text").asText().equals(text)
                                && reply.at("/status/by").asText().equals(by));
        assertThat(place.api().get(place.map(name)).at("/data/text").asText()).isEqualTo(text);
    }

    @Test
    void doesWhatIsAskedForAndAgainWhenThatChanges() {
        run("one");
        create("a", "Ada");
        awaitDone("a", "Hello Ada", "one");

        change("a", "Alan");

        awaitDone("a", "Hello Alan", "one");
        var greeting = place.api().get(greetings + "/a");
        assertThat(greeting.at("/metadata/generation").asInt()).isEqualTo(2);
        assertThat(greeting.at("/metadata/finalizers/0").asText()).isEqualTo(Greeter.FINALIZER);
    }

    @Test
    void repairsWhatOthersTakeAway() {
        run("one");
        create("a", "Ada");
        awaitDone("a", "Hello Ada", "one");
        var before = place.api().get(place.map("a")).uid();

        place.api().delete(place.map("a")).object();

        place.api()
                .await(
                        place.map("a"),
                        reply -> reply.code() == 200 && !reply.uid().equals(before));
    }

    @Test
    void anObjectStaysUntilItsFinalizerHasRun() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        Consumer<Greeting> look = greeting -> {
            if (greeting.isMarkedForDeletion()) {
                seen.add(place.api()
                        .get(greetings + "/a")
                        .at("/metadata/deletionTimestamp")
                        .asText());
            }
        };
        run(new Greeter("one", book, look), Optional.empty());
        create("a", "Ada");
        awaitDone("a", "Hello Ada", "one");
        assertThat(book).containsOnlyKeys("a");

        place.api().delete(greetings + "/a").object();

        place.api().awaitGone(greetings + "/a");
        assertThat(seen.poll(Api.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotEmpty();
        assertThat(book).isEmpty();
        place.api().awaitGone(place.map("a"));
    }

    @Test
    void aStatusForWhatWasChangedMeanwhileIsRefusedAndWrittenAnew() {
        var once = new AtomicBoolean(true);
        var greeter = new Greeter("one", book, greeting -> {
            if (once.getAndSet(false)) {
                change("a", "Alan");
            }
        });
        run(greeter, Optional.empty());

        create("a", "Ada");

        awaitDone("a", "Hello Alan", "one");
        assertThat(greeter.conflicts).hasPositiveValue();
    }

    @Test
    void whatHappenedWhileItWasAwayIsMadeUpFor() {
        var first = run("one");
        create("changed", "Ada");
        create("deleted", "Bob");
        awaitDone("changed", "Hello Ada", "one");
        awaitDone("deleted", "Hello Bob", "one");
        stop(first);
        change("changed", "Alan");
        create("new", "Cy");
        assertThat(place.api()
                        .delete(greetings + "/deleted")
                        .at("/metadata/deletionTimestamp")
                        .asText())
                .isNotEmpty();

        run("two");

        awaitDone("changed", "Hello Alan", "two");
        awaitDone("new", "Hello Cy", "two");
        place.api().awaitGone(greetings + "/deleted");
        assertThat(book).isEqualTo(Map.of("changed", "two", "new", "two"));
    }

    @Test
    void ofTwoOnlyTheLeaderActsAndTheOtherTakesOver() {
        var first = run(new Greeter("one", book, greeting -> {}), election("one"));
        var lease = "/apis/coordination.k8s.io/v1/namespaces/%s/leases/%s".formatted(place.namespace(), LEASE);
        place.api()
                .await(
                        lease,
                        reply -> reply.code() == 200
                                && reply.at("/spec/holderIdentity").asText().equals("one"));
        run(new Greeter("two", book, greeting -> {}), election("two"));
        create("a", "Ada");
        awaitDone("a", "Hello Ada", "one");

        stop(first);
        create("b", "Bob");

        awaitDone("b", "Hello Bob", "two");
        var taken = place.api().get(lease);
        assertThat(taken.at("/spec/holderIdentity").asText()).isEqualTo("two");
        assertThat(taken.at("/spec/leaseTransitions").asInt()).isEqualTo(1);
    }

    private Optional<LeaderElectionConfiguration> election(String identity) {
        return Optional.of(LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
                .withLeaseNamespace(place.namespace())
                .withIdentity(identity)
                .withLeaseDuration(Duration.ofSeconds(3))
                .withRenewDeadline(Duration.ofSeconds(2))
                .withRetryPeriod(Duration.ofMillis(300))
                .withExitOnStopLeading(false)
                .build());
    }
}
