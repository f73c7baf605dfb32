package dev.allmende.apiserver.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Service accounts: of the Secrets they may use only the names are kept. */
final class ServiceAccountStrategy implements Strategy {

    @Override
    public void prepare(ObjectNode account, @Nullable ObjectNode old) {
        account.path("secrets").forEach(secret -> {
            if (secret instanceof ObjectNode reference) {
                reference.retain(List.of("name"));
            }
        });
    }
}
