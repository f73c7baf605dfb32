package dev.allmende.api.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** Where the data of an image comes from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Where the data comes from.")
public record ImageSource(
        @Describe(
                "Address that the cloud fetches it from (web-download). To a cloud that does not fetch it is brought from there: then it must be"
                        + " a public one.")
        @TextLimits(max = 2048, pattern = "^https?://[^\\s]+$")
        String url,

        @Describe(
                "What it must be: 'sha512:' and 128 hexadecimal digits. With another the image does not become ready.")
        @TextLimits(max = 135, pattern = "^sha512:[0-9a-f]{128}$")
        @Nullable
        String checksum) {}
