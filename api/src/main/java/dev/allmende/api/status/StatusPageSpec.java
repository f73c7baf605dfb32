package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a status page looks, who sees it, and its words for phases and severities. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("How the page looks, who sees it, and its words for phases and severities.")
public record StatusPageSpec(
        @Describe("Name of the page.") @TextLimits(min = 1, max = 300)
        String displayName,

        @Describe("A sentence or two below the name.") @TextLimits(max = 20000) @Nullable
        String description,

        @Describe("Name and description in other languages.") @ListLimits(max = 32, keys = "language")
        List<Translation> translations,

        @Describe("Languages to choose from, the first for who asks for none of them; without any: en, de.")
        @ListLimits(max = 32)
        @TextLimits(pattern = "^[a-z]{2}$")
        List<String> languages,

        @Describe("Time zone that days begin and end in, such as 'Europe/Berlin'; without it UTC.")
        @TextLimits(max = 64, pattern = "^[A-Za-z0-9_+/-]+$")
        @Nullable
        String timeZone,

        @Describe("Accent colour, such as '#0a5c8a'.") @TextLimits(pattern = "^#[0-9a-fA-F]{6}$") @Nullable
        String accent,

        @Describe("Logo, as an https address or a data: address of an image.") @TextLimits(max = 200000) @Nullable
        String logo,

        @Describe("Who is responsible for the page.") @TextLimits(max = 20000) @Nullable
        String imprint,

        @Describe("Groups of users who see the page; without any, everybody.")
        @ListLimits(max = 64)
        @TextLimits(min = 1, max = 253)
        List<String> visibleTo,

        @Describe("Days of history on the overview; without it 90.") @NumberLimits(min = 7, max = 366) @Nullable
        Integer historyDays,

        @Describe("Phases of incidents. A generation is never changed nor taken away: a new one follows it.")
        @ListLimits(max = 64, keys = "generation")
        @Rule(
                cel = "oldSelf.all(old, self.exists(same, same == old))",
                message = "a generation of phases cannot be changed: append a new one (SCS-0402)")
        List<PhaseList> phases,

        @Describe("Words for ranges of severity, each up to its value.") @ListLimits(max = 32, keys = "displayName")
        List<Severity> severities,

        @Describe("Keeps a copy in files, which any web server can serve while this program is down.") @Nullable
        Export export) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public StatusPageSpec {
        translations = List.copyOf(Objects.requireNonNullElse(translations, List.of()));
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        visibleTo = List.copyOf(Objects.requireNonNullElse(visibleTo, List.of()));
        phases = List.copyOf(Objects.requireNonNullElse(phases, List.of()));
        severities = List.copyOf(Objects.requireNonNullElse(severities, List.of()));
    }

    /** A copy in files. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe(
            "A copy in files, in a folder of the namespace's name below the folder 'export' of the program's data, and in a bucket where one is given.")
    public record Export(
            @Describe("Address that readers reach the copy at, for links in feeds: 'https://status.example.org/'.")
            @TextLimits(max = 2000, pattern = "^https?://[A-Za-z0-9.:-]+/([A-Za-z0-9._~-]+/)*$")
            String address,

            @Describe("Bucket that keeps the copy too.") @Nullable
            Bucket bucket) {}

    /** A bucket of an object store. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A bucket of an object store that speaks S3. It must be there; who reads it is up to its own policy.")
    public record Bucket(
            @Describe("Address of the object store, without the bucket.")
            @TextLimits(max = 2000, pattern = "^https?://[^ ]+$")
            String endpoint,

            @Describe("Region that the store wants named; us-east-1 without it.")
            @TextLimits(max = 64, pattern = "^[A-Za-z0-9-]+$")
            @Nullable
            String region,

            @Describe("Name of the bucket.") @TextLimits(max = 63, pattern = "^[a-z0-9][a-z0-9.-]+$")
            String name,

            @Describe("Begin of all names in it, with a slash at its end; without it the copy begins at the top.")
            @TextLimits(max = 512, pattern = "^([A-Za-z0-9._-]+/)+$")
            @Nullable
            String prefix,

            @Describe("Secret with accessKey and secretKey, beside the controllers, with the annotation "
                    + "status.allmende.dev/for: the page's namespace.")
            SecretReference secretRef,

            @Describe("Authorities to trust instead of the machine's, in PEM.") @TextLimits(max = 200000) @Nullable
            String caBundle,

            @Describe("Whether the bucket stands in the path and not in the host's name; so without it.") @Nullable
            Boolean pathStyle) {}

    /** A generation of phases. */
    @Describe("A generation of phases.")
    public record PhaseList(
            @Describe("Its number, from 1.") @NumberLimits(min = 1, max = 1000000)
            int generation,

            @Describe("Names of the phases, in order.") @ListLimits(max = 64) @TextLimits(max = 300)
            List<String> phases) {

        // Jackson gives null for what is left out.
        @SuppressWarnings("RedundantNullCheck")
        public PhaseList {
            phases = List.copyOf(Objects.requireNonNullElse(phases, List.of()));
        }
    }

    /** A word for a range of severities. */
    @Describe("A word for a range of severity: from the value of the one below, plus 1, to its own value.")
    public record Severity(
            @Describe("The word.") @TextLimits(min = 1, max = 300)
            String displayName,

            @Describe("Upper end of the range.") @NumberLimits(min = 0, max = 100)
            int value) {}

    public StatusPageSpec with(List<PhaseList> newPhases) {
        return with(newPhases, severities);
    }

    public StatusPageSpec withSeverities(List<Severity> newSeverities) {
        return with(phases, newSeverities);
    }

    private StatusPageSpec with(List<PhaseList> newPhases, List<Severity> newSeverities) {
        return new StatusPageSpec(
                displayName,
                description,
                translations,
                languages,
                timeZone,
                accent,
                logo,
                imprint,
                visibleTo,
                historyDays,
                newPhases,
                newSeverities,
                export);
    }
}
