package dev.allmende.status.subscription;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Messenger;
import dev.allmende.api.status.MessengerSpec;
import dev.allmende.api.status.MessengerSpec.AfterCrash;
import dev.allmende.api.status.MessengerSpec.Email;
import dev.allmende.api.status.MessengerSpec.Security;
import dev.allmende.api.status.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects of a page that sends messages. */
final class Post {

    static final String ADDRESS = "https://status.example.org/status/home/";

    private Post() {}

    static Component component(String name) {
        var component = new Component();
        component.setSpec(ComponentSpec.named(name, null));
        return component;
    }

    static ImpactType type() {
        var type = new ImpactType();
        type.setSpec(ImpactTypeSpec.named("Slow"));
        return type;
    }

    static Incident incident(String component, @Nullable String ended) {
        var incident = new Incident();
        incident.setSpec(new IncidentSpec(
                "Trouble of " + component,
                null,
                List.of(),
                "2026-11-26T11:00:00Z",
                ended,
                null,
                List.of(new Impact(new ObjectReference(component), new ObjectReference("slow"), 50)),
                List.of(),
                null,
                Origin.PERSON));
        return incident;
    }

    /** @param homeserver empty for none */
    static Messenger messenger(int smtp, AfterCrash afterCrash, String homeserver) {
        var messenger = new Messenger();
        messenger.setSpec(new MessengerSpec(
                ADDRESS,
                MessengerSpec.SignUp.OPEN,
                new Email("127.0.0.1", smtp, Security.NONE, "status@example.org", null, afterCrash),
                homeserver.isEmpty() ? null : new MessengerSpec.Matrix(homeserver, new SecretReference("matrix"))));
        return messenger;
    }
}
