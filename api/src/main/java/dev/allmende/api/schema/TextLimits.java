package dev.allmende.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text may be; also of the texts of a list. Without it a text has {@value Fields#TEXT} characters at most. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface TextLimits {
    int min() default 0;

    int max() default Fields.TEXT;

    /** ECMA 262; empty for none. */
    String pattern() default "";

    /** Of OpenAPI, such as {@code date-time}; empty for none. */
    String format() default "";
}
