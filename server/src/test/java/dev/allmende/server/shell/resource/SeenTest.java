package dev.allmende.server.shell.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.apiserver.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SeenTest {

    private static final Moment.Clock CLOCK = new Moment.Clock(() -> Instant.parse("2026-01-02T03:05:05Z"));

    SeenTest() {}

    private static Seen seen(String status) {
        return Seen.of(
                KindsOfATenant.of("Network"),
                KindsOfATenant.ALL,
                "blue",
                Json.parse("{\"status\":" + status + "}"),
                CLOCK);
    }

    @Test
    void driftIsShownAsTheControllersWroteIt() {
        assertThat(seen("""
                {"drift":[{"path":"mtu","want":"1500","have":"1450"},{"path":"tags","want":["a"],"have":[]}]}
                """).drift())
                .containsExactly(new Seen.Drift("mtu", "1500", "1450"), new Seen.Drift("tags", "[\"a\"]", "[]"));
    }

    @Test
    void usersAreLinkedWhenTheirKindIsServed() {
        assertThat(seen("""
                {"usedBy":["Subnet/web","Port two",{"kind":"Port","name":"p"},"Balloon/red","odd"]}
                """).usedBy())
                .containsExactly(
                        new Link("", "Subnet web", "/ui/namespaces/blue/subnets.network.allmende.dev/web"),
                        new Link("", "Port two", "/ui/namespaces/blue/ports.network.allmende.dev/two"),
                        new Link("", "Port p", "/ui/namespaces/blue/ports.network.allmende.dev/p"),
                        new Link("", "Balloon/red", ""),
                        new Link("", "odd", ""));
    }

    @Test
    void allElseIsAFieldByItsPath() {
        var fields = seen("""
                {"id":"4711","observed":{"mtu":1450,"shared":false,"none":null},"dns":["1.1.1.1","9.9.9.9"],
                 "addresses":[{"ip":"10.0.0.2"}],"lastSyncTime":"2026-01-02T03:04:05Z","conditions":[{"type":"Ready"}]}
                """).fields();
        assertThat(fields)
                .extracting(field -> field.path() + "=" + field.text())
                .containsExactly(
                        "id=4711",
                        "observed.mtu=1450",
                        "observed.shared=false",
                        "dns=1.1.1.1, 9.9.9.9",
                        "addresses[0].ip=10.0.0.2",
                        "lastSyncTime=2026-01-02T03:04:05Z");
        assertThat(fields.getLast().moment().age()).isEqualTo("60s");
        assertThat(fields.getFirst().moment().isKnown()).isFalse();
    }

    @Test
    void aStatusWithoutEndIsCutOff() {
        var list = "[" + "{\"a\":1},".repeat(5_000) + "{\"a\":1}]";
        assertThat(seen("{\"many\":" + list + "}").fields()).hasSize(200);
    }

    @Test
    void anObjectThatNobodyHasLookedAtHasNothingSeen() {
        var nothing = Seen.of(KindsOfATenant.of("Network"), KindsOfATenant.ALL, "blue", Json.object(), CLOCK);
        assertThat(nothing.drift()).isEmpty();
        assertThat(nothing.usedBy()).isEmpty();
        assertThat(nothing.fields()).isEmpty();
    }
}
