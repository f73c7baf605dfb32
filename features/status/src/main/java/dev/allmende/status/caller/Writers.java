package dev.allmende.status.caller;

import dev.allmende.status.view.Ask;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Who writes to the page of a namespace, as far as it matters to what they are shown; whoever writes is asked again. */
public record Writers(Callers callers, Grants grants) implements BiPredicate<Ask, String> {

    /** Only a browser's session is looked at: it costs other readers nothing. */
    @Override
    public boolean test(Ask ask, String namespace) {
        if (ask.header("cookie").isEmpty() || !ask.header("authorization").isEmpty()) {
            return false;
        }
        return callers.who(ask).filter(caller -> mayWrite(caller, namespace)).isPresent();
    }

    private boolean mayWrite(Caller caller, String namespace) {
        try {
            return Stream.of("incidents", "maintenances")
                    .anyMatch(kind -> grants.may(caller, "update", kind, namespace));
        } catch (KubernetesClientException apiIsAway) {
            // The page is read all the same.
            return false;
        }
    }
}
