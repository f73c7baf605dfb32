package dev.allmende.conformance.image;

/** Foreign text in one line of ours. */
final class Quoted {

    private static final int MOST = 120;

    private Quoted() {}

    static String of(String text) {
        return "'" + plain(text) + "'";
    }

    static String plain(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MOST ? line : line.substring(0, MOST - 3) + "...";
    }
}
