package dev.allmende.cli;

/** Which program this is. */
public final class Product {

    private Product() {}

    /** Version of the build; {@code development} when run from class files. */
    public static String version() {
        var version = Product.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
