package dev.allmende.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which thing of the cloud an object stands for, when that was there before the object. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Which thing of the cloud this object stands for, when it is there already.")
@Rule(cel = "has(self.id) != has(self.filter)", message = "say either id or filter")
public record Import(
        @Describe("OpenStack's identifier.") @TextLimits(min = 1, max = 255, pattern = "^[^/?#]+$") @Nullable
        String id,

        @Describe("What the one thing looks like that is meant; there must not be two of that kind.") @Nullable
        Filter filter) {

    /** All that is said must be so. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Describe("What the thing looks like; all that is said must be so.")
    @Rule(
            cel =
                    "has(self.name) || (has(self.tags) && size(self.tags) > 0) || (has(self.fields) && size(self.fields) > 0)",
            message = "say at least one of name, tags and fields")
    public record Filter(
            @Describe("Its name.") @TextLimits(min = 1, max = 255) @Nullable
            String name,

            @Describe("Tags that it has, and perhaps more.") @TextLimits(max = 255)
            List<String> tags,

            @Describe("OpenStack's fields and the values they have, such as 'router:external' and 'true'.")
            @TextLimits(max = 255)
            Map<String, String> fields) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public Filter {
            tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
            fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
        }
    }
}
