package training.powerbi.model;

/// What an account may do: trainers and operators are `ADMIN`.
public enum Role {
    ADMIN,
    STUDENT
}
