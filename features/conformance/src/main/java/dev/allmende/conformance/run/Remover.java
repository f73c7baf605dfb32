package dev.allmende.conformance.run;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Removes one resource and waits until it is gone; repeats what is refused for now (in use, changing state).
 *
 * @param patience how long to wait for one resource
 */
record Remover(Pause pause, Duration patience) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Empty when it is gone; else one line why it is still there. */
    Optional<String> remove(Cloud cloud, Found found) throws InterruptedException {
        var waited = Duration.ZERO;
        var next = Duration.ofMillis(500);
        boolean accepted = false;
        String reason = "";
        while (true) {
            try {
                if (!accepted) {
                    prepare(cloud, found);
                    var answer = delete(cloud, found, reason);
                    if (isGone(answer)) {
                        return Optional.empty();
                    }
                    accepted = answer.ok();
                    reason = accepted ? "it was asked to go but is still there" : said(answer);
                    if (answer.status() == 403) {
                        return Optional.of(reason);
                    }
                }
                var now = ask(cloud, found, found.kind().get(found.id()));
                if (isGone(now)) {
                    return Optional.empty();
                }
                // Cinder and Nova fall into an error state when deleting fails: then ask again.
                var status = Finder.read(now)
                        .path(found.kind().single())
                        .path("status")
                        .asText();
                if (status.toLowerCase(Locale.ROOT).startsWith("error")) {
                    accepted = false;
                    reason = "its status is " + status;
                }
            } catch (OpenStackException failed) {
                accepted = false;
                reason = String.valueOf(failed.getMessage());
            }
            if (waited.compareTo(patience) >= 0) {
                return Optional.of(reason);
            }
            pause.pause(next);
            waited = waited.plus(next);
            next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next.multipliedBy(2);
        }
    }

    private static void prepare(Cloud cloud, Found found) {
        switch (found.kind()) {
            case ROUTER -> takeInterfacesOff(cloud, found);
            // Keystone refuses to delete a domain that is enabled.
            case DOMAIN ->
                ask(cloud, found, Call.patch("/domains/" + found.id(), json("{\"domain\":{\"enabled\":false}}")));
            default -> {}
        }
    }

    private static void takeInterfacesOff(Cloud cloud, Found router) {
        var ports = ask(cloud, router, Call.get("/ports").with("device_id", router.id()));
        for (var port : Finder.read(ports).path("ports")) {
            if (port.path("device_owner").asText().startsWith("network:router_interface")) {
                var body = json("{\"port_id\":\"" + port.path("id").asText() + "\"}");
                ask(cloud, router, Call.put("/routers/" + router.id() + "/remove_router_interface", body));
            }
        }
    }

    /** A server that fell into an error while being deleted goes only by force. */
    private static Answer delete(Cloud cloud, Found found, String earlier) {
        if (found.kind() == Kind.SERVER && earlier.startsWith("its status is")) {
            var forced =
                    ask(cloud, found, Call.post("/servers/" + found.id() + "/action", json("{\"forceDelete\":null}")));
            if (forced.ok()) {
                return forced;
            }
        }
        return ask(cloud, found, found.kind().delete(found.id()));
    }

    private static Answer ask(Cloud cloud, Found found, Call call) {
        return cloud.service(found.kind().service()).ask(call);
    }

    private static boolean isGone(Answer answer) {
        return answer.status() == 404 || answer.status() == 410;
    }

    private static String said(Answer answer) {
        var text = answer.text().replaceAll("\\s+", " ").strip();
        return "HTTP " + answer.status() + (text.length() > 200 ? " " + text.substring(0, 200) + "..." : " " + text);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
