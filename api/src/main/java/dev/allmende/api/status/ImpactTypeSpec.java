package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a way to suffer is called. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What it is called.")
public record ImpactTypeSpec(
        @Describe("Name for readers.") @TextLimits(max = 300) @Nullable
        String displayName,

        @Describe("What it means, for readers.") @TextLimits(max = 20000) @Nullable
        String description,

        @Describe("Name and description in other languages.") @ListLimits(max = 32, keys = "language")
        List<Translation> translations) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ImpactTypeSpec {
        translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
    }

    /** With a name and nothing else. */
    public static ImpactTypeSpec named(String displayName) {
        return new ImpactTypeSpec(displayName, null, List.of());
    }
}
