package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a component is called, and what it belongs to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the component is called, and what it belongs to.")
public record ComponentSpec(
        @Describe("Name for readers.") @TextLimits(max = 300) @Nullable
        String displayName,

        @Describe("What it is, for readers.") @TextLimits(max = 20000) @Nullable
        String description,

        @Describe("Name and description in other languages.") @ListLimits(max = 32, keys = "language")
        List<Translation> translations,

        @Describe("Heading that it stands under on the page.") @TextLimits(max = 300) @Nullable
        String group,

        @Describe("Place on the page: small numbers first, then by name.")
        @NumberLimits(min = 0, max = 100000)
        @Nullable
        Integer order,

        @Describe("Free pairs of key and value, as the SCS status API shows them.")
        Map<String, String> labels,

        @Describe("Components that this one does not work without.") @ListLimits(max = 64)
        List<ObjectReference> dependsOn,

        @Describe("Groups of users who see it; without any, everybody who sees the page.")
        @ListLimits(max = 64)
        @TextLimits(min = 1, max = 253)
        List<String> visibleTo) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ComponentSpec {
        translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
        labels = Map.copyOf(Objects.requireNonNullElse(labels, Map.of()));
        dependsOn = List.copyOf(Objects.requireNonNullElse(dependsOn, List.of()));
        visibleTo = List.copyOf(Objects.requireNonNullElse(visibleTo, List.of()));
    }

    /** With a name and nothing else. */
    public static ComponentSpec named(String displayName, @Nullable String group) {
        return new ComponentSpec(displayName, null, List.of(), group, null, Map.of(), List.of(), List.of());
    }
}
