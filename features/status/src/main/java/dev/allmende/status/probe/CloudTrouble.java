package dev.allmende.status.probe;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.config.CloudConfig;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it says of a cloud that it refused, or that nothing can be asked. */
final class CloudTrouble {

    private CloudTrouble() {}

    static CloudConfig config(CloudAccess access, ObjectReference cloud, @Nullable SecretReference login)
            throws Trouble {
        try {
            return access.find(cloud.name(), login == null ? Optional.empty() : Optional.of(login.name()));
        } catch (IllegalArgumentException missing) {
            throw new Trouble(Failing.OURS, String.valueOf(missing.getMessage()));
        }
    }

    static Trouble of(OpenStackException failed) {
        return new Trouble(failing(failed), String.valueOf(failed.getMessage()));
    }

    private static Failing failing(OpenStackException failed) {
        return switch (failed.kind()) {
            case CONFIG, CREDENTIAL, FORBIDDEN -> Failing.OURS;
            case TLS -> Failing.TLS;
            case CONNECTION -> failed.getCause() instanceof HttpTimeoutException ? Failing.TIMEOUT : Failing.CONNECT;
            case MISSING_SERVICE, NOT_FOUND -> Failing.NOT_FOUND;
            case CONFLICT -> Failing.CONFLICT;
            case QUOTA, REFUSED -> failed.status() >= 500 ? Failing.SERVER : Failing.REFUSED;
            case UNAVAILABLE -> failed.status() == 429 ? Failing.TOO_MANY : Failing.SERVER;
            case GARBLED -> Failing.BODY;
        };
    }
}
