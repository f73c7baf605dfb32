package dev.allmende.apiserver.schema;

import com.google.re2j.Pattern;

/** Numbers that carry a check digit. */
final class CheckDigits {

    private static final Pattern CARD = Pattern.compile("^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}"
            + "|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}"
            + "|(?:2131|1800|35[0-9]{3})[0-9]{11})$");

    private CheckDigits() {}

    /** Sum of position times digit, divisible by 11; X is 10. */
    static boolean isIsbn10(String text) {
        var digits = text.replaceAll("[\\s-]+", "");
        if (!digits.matches("[0-9]{9}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (i + 1) * (digits.charAt(i) == 'X' ? 10 : digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    /** Weights 1 and 3 in turn, divisible by 10. */
    static boolean isIsbn13(String text) {
        var digits = text.replaceAll("[\\s-]+", "");
        if (!digits.matches("[0-9]{13}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** By issuer's prefix and Luhn's sum. */
    static boolean isCreditCard(String text) {
        var digits = text.replaceAll("[^0-9]+", "");
        if (!CARD.matcher(digits).find()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
