package dev.allmende.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a list may be. Without it a list is atomic and has {@value Fields#ITEMS} items at most. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface ListLimits {
    int max() default Fields.ITEMS;

    /** Fields by which items are told apart; then each has an owner of its own in server-side apply. */
    String[] keys() default {};
}
