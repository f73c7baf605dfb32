package dev.allmende.api.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who may use an image (Glance v2.5). */
public enum ImageVisibility {
    /** The project. */
    @JsonProperty("private")
    PRIVATE,

    /** The project, and those it is shared with. */
    @JsonProperty("shared")
    SHARED,

    /** Everybody who knows its identifier. */
    @JsonProperty("community")
    COMMUNITY,

    /** Everybody; for administrators. */
    @JsonProperty("public")
    PUBLIC;

    /** Glance's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
