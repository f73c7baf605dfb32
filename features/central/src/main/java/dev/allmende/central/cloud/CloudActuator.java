package dev.allmende.central.cloud;

import dev.allmende.api.Reason;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudStatus;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.openstack.Clouds;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.ConfigException;
import java.util.Objects;

/** Logs in anew at each look, so that a changed credential or authority holds at once, and reads the catalog. */
final class CloudActuator implements Actuator<Cloud, CloudStatus> {

    private final Logins logins;
    private final ClientOptions options;

    CloudActuator(Logins logins, ClientOptions options) {
        this.logins = logins;
        this.options = options;
    }

    @Override
    public Outcome<CloudStatus> act(Cloud cloud) {
        var before = Objects.requireNonNullElse(cloud.getStatus(), CloudStatus.UNSEEN);
        return switch (logins.find(cloud)) {
            case Logins.Missing missing -> new Outcome.Retry<>(before, Reason.WAITING_FOR, missing.what());
            case Logins.Unusable unusable -> new Outcome.Stuck<>(before, Reason.INVALID_SPEC, unusable.why());
            case Logins.Usable usable -> look(usable.config(), before);
        };
    }

    private Outcome<CloudStatus> look(CloudConfig config, CloudStatus before) {
        try (var open = Clouds.open(config, options)) {
            var seen = Seen.of(open.token(), config.region());
            return seen.serviceCount() == 0
                    ? new Outcome.Stuck<>(seen, Reason.INVALID_SPEC, Seen.nothingHere(open.token(), config.region()))
                    : new Outcome.Ready<>(
                            seen, "logged in as %s; %d services".formatted(seen.user(), seen.serviceCount()));
        } catch (ConfigException broken) {
            return new Outcome.Stuck<>(
                    before, Reason.INVALID_SPEC, Objects.requireNonNullElse(broken.getMessage(), ""));
        } catch (OpenStackException e) {
            return refused(e, before);
        }
    }

    private static Outcome<CloudStatus> refused(OpenStackException e, CloudStatus before) {
        var message = Objects.requireNonNullElse(e.getMessage(), "");
        return switch (e.kind()) {
            case CREDENTIAL, FORBIDDEN -> new Outcome.Stuck<>(before, Reason.UNAUTHORIZED, message);
            case CONFIG, TLS, REFUSED, NOT_FOUND, MISSING_SERVICE, CONFLICT, QUOTA ->
                new Outcome.Stuck<>(before, Reason.INVALID_SPEC, message);
            case CONNECTION, UNAVAILABLE, GARBLED -> new Outcome.Retry<>(before, Reason.TRANSIENT_ERROR, message);
        };
    }
}
