package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** A text in one more language; what is left out is shown as it is without a translation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("The same in another language; what is left out is shown untranslated.")
public record Translation(
        @Describe("Language, ISO 639-1, such as 'de'.") @TextLimits(pattern = "^[a-z]{2}$")
        String language,

        @Describe("Name in that language.") @TextLimits(max = 300) @Nullable
        String displayName,

        @Describe("Text in that language.") @TextLimits(max = 20000) @Nullable
        String description) {}
