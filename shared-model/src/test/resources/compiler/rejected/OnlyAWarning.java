// expect [StringCaseLocaleUsage]
package fixture;

class OnlyAWarning {
    String shout(String word) {
        return word.toUpperCase();
    }
}
