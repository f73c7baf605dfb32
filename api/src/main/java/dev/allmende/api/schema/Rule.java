package dev.allmende.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule in CEL over {@code self}, and over {@code oldSelf} when a change is to be judged. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
@Repeatable(Rule.All.class)
public @interface Rule {
    String cel();

    /** What is wrong, and what to do. */
    String message();

    /** Holder of several. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE})
    @interface All {
        Rule[] value();
    }
}
