package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** News of an incident or a maintenance. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("News of it.")
public record Update(
        @Describe("Its number, never given to another one.") @NumberLimits(min = 0, max = 1000000)
        int order,

        @Describe("Heading.") @TextLimits(max = 300) @Nullable
        String displayName,

        @Describe("Text.") @TextLimits(max = 20000) @Nullable
        String description,

        @Describe("Heading and text in other languages.") @ListLimits(max = 32, keys = "language")
        List<Translation> translations,

        @Describe("When it was written.") @TextLimits(format = "date-time")
        String createdAt) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public Update {
        translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
    }
}
