package training.powerbi.model;

import graphql.language.AstPrinter;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputValueDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.InputValueWithState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client written for one schema would miss in another, as sentences.
final class SchemaComparison {
    private final GraphQLSchema actual;
    private final List<String> missing = new ArrayList<>();

    private SchemaComparison(GraphQLSchema actual) {
        this.actual = actual;
    }

    static List<String> missing(GraphQLSchema promised, GraphQLSchema actual) {
        var comparison = new SchemaComparison(actual);
        promised.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .forEach(comparison::compare);
        return comparison.missing;
    }

    private void compare(GraphQLNamedType promised) {
        var found = actual.getType(promised.getName());
        switch (promised) {
            case GraphQLObjectType type when found instanceof GraphQLObjectType same -> compareFields(type, same);
            case GraphQLInputObjectType type
            when found instanceof GraphQLInputObjectType same ->
                compareInputs(type.getName(), type.getFieldDefinitions(), same.getFieldDefinitions());
            case GraphQLEnumType type
            when found instanceof GraphQLEnumType same -> expect(type.getName(), values(type), values(same));
            default -> expect(promised.getName(), kind(promised), found == null ? "absent" : kind(found));
        }
    }

    private void compareFields(GraphQLObjectType promised, GraphQLObjectType found) {
        for (var field : promised.getFieldDefinitions()) {
            var name = promised.getName() + "." + field.getName();
            @Nullable GraphQLFieldDefinition same = found.getFieldDefinition(field.getName());
            if (same == null) {
                missing.add(name + " is missing");
                continue;
            }
            expect(name, GraphQLTypeUtil.simplePrint(field.getType()), GraphQLTypeUtil.simplePrint(same.getType()));
            compareInputs(name, field.getArguments(), same.getArguments());
        }
    }

    private void compareInputs(
            String owner,
            List<? extends GraphQLInputValueDefinition> promised,
            List<? extends GraphQLInputValueDefinition> found) {
        for (var input : promised) {
            var same = found.stream()
                    .filter(other -> other.getName().equals(input.getName()))
                    .map(SchemaComparison::print)
                    .findFirst();
            expect(owner + "(" + input.getName() + ")", print(input), same.orElse("absent"));
        }
        found.stream()
                .filter(input ->
                        promised.stream().noneMatch(other -> other.getName().equals(input.getName())))
                .filter(input -> input.getType() instanceof GraphQLNonNull
                        && defaultValue(input).isNotSet())
                .forEach(input ->
                        missing.add(owner + " demands " + input.getName() + ", which older clients do not send"));
    }

    private void expect(String name, String promised, String found) {
        if (!promised.equals(found)) {
            missing.add(name + " is " + found + " instead of " + promised);
        }
    }

    private static String print(GraphQLInputValueDefinition input) {
        var type = GraphQLTypeUtil.simplePrint(input.getType());
        var value = defaultValue(input);
        return value.isNotSet() ? type : type + " = " + AstPrinter.printAst((Value<?>) value.getValue());
    }

    private static InputValueWithState defaultValue(GraphQLInputValueDefinition input) {
        return switch (input) {
            case GraphQLArgument argument -> argument.getArgumentDefaultValue();
            case GraphQLInputObjectField field -> field.getInputFieldDefaultValue();
            default -> throw new IllegalArgumentException("neither argument nor input field: " + input);
        };
    }

    private static String values(GraphQLEnumType type) {
        return type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .sorted()
                .toList()
                .toString();
    }

    private static String kind(GraphQLType type) {
        return type.getClass().getSimpleName();
    }
}
